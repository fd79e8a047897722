using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trellis.Platform.Access;

/// <summary>What becomes of the outside site's answer.</summary>
internal static partial class OpenIdEvents
{
    /// <summary>On the page of signing in, what to say of it.</summary>
    public const string Failure = "outside";

    public const string Unverified = "unverified";

    public static async Task Received(TicketReceivedContext context)
    {
        context.HandleResponse(); // so that the handler opens no session of its own
        var services = context.HttpContext.RequestServices;
        var stop = context.HttpContext.RequestAborted;
        var person = await services.GetRequiredService<TakeOutsidePerson>().Handle(Said(context), stop);
        if (person is null)
        {
            context.Response.Redirect("/sign-in?trouble=" + Unverified);
            return;
        }

        await services.GetRequiredService<OpenSession>().Handle(context.HttpContext, person, SignInWay.OpenId, stop);
        context.Response.Redirect(context.ReturnUri ?? "/me");
    }

    public static Task Failed(RemoteFailureContext context)
    {
        Told(context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdEvents)), context.Failure?.GetType().Name ?? "none");
        context.HandleResponse();
        context.Response.Redirect("/sign-in?trouble=" + Failure);
        return Task.CompletedTask;
    }

    private static TakeOutsidePerson.Said Said(TicketReceivedContext context) => new(
        context.Principal?.FindFirst("sub")?.Issuer, Claim(context, "sub"), Claim(context, "email"), bool.TryParse(Claim(context, "email_verified"), out var verified) && verified, Claim(context, "name"));

    private static string? Claim(TicketReceivedContext context, string type) => context.Principal?.FindFirst(type)?.Value;

    [LoggerMessage(LogLevel.Warning, "Signing in with the outside site failed: {Kind}")]
    private static partial void Told(ILogger logger, string kind);
}
