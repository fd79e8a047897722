using Microsoft.AspNetCore.Http;

namespace Trellis.Platform.Web;

/// <summary>Tells browsers what our pages never do, so that nothing smuggled into one can do it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            Add((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0) // what people gave is sent with a stricter one
        {
            headers.ContentSecurityPolicy =
                "default-src 'none'; script-src " + (Nonce.Used(context) is { } nonce ? $"'nonce-{nonce}'" : "'none'")
                + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (context.User.Identity is { IsAuthenticated: true })
        {
            headers.CacheControl = "no-store"; // what one person sees is for nobody else, and gone when they sign out
        }
        else if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = context.Request.Path.StartsWithSegments("/fonts") ? "public, max-age=31536000, immutable" : "no-cache";
        }
    }
}
