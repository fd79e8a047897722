using Microsoft.AspNetCore.Http;

namespace Trellis.Platform.Web;

/// <summary>Refuses what a page of another site wants to change here in a visitor's name; the antiforgery tokens would too, one by one.</summary>
internal sealed class OwnOrigin(RequestDelegate next, PublicAddress address)
{
    private const string Refusal = "This was sent from a page of another site. Open it here and try again.\n";

    public async Task Invoke(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || IsOwn(request))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(Refusal, context.RequestAborted);
    }

    private bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("cross-site" or "same-site")
        && (request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || origin == "null" // a page that tells nobody where it is, as those with a secret in their address do; the token decides
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsOwn(from, request.Host)));

    private bool IsOwn(Uri from, HostString host) =>
        from.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase) || (KnownHosts.IsThisMachine(host.Host) && from.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase));
}
