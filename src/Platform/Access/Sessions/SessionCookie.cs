using Microsoft.AspNetCore.Http;

namespace Trellis.Platform.Access;

/// <summary>The cookie that carries a session's token: strictly necessary, unreadable by scripts, sent to this site only.</summary>
internal static class SessionCookie
{
    public const string Scheme = "Session";

    /// <summary>Over https the name itself forbids other hosts and plain http to set it.</summary>
    public static string Name(HttpRequest request) => request.IsHttps ? "__Host-trellis" : "trellis";

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)];

    public static void Write(HttpContext context, string token, TimeSpan life) =>
        context.Response.Cookies.Append(Name(context.Request), token, Options(context.Request, life));

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Name(context.Request), Options(context.Request, null));

    public static CookieOptions Options(HttpRequest request, TimeSpan? life) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax, // a link in a mail must find its reader signed in
        IsEssential = true,
        Path = "/",
        MaxAge = life, // counted by the browser's own clock, which may be wrong
    };
}
