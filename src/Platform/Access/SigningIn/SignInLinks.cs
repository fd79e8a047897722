using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Trellis.Platform.Access;

/// <summary>What the pages of signing in have in common.</summary>
internal static class SignInLinks
{
    /// <summary>The address to go on to, if it is one of ours; the own account otherwise.</summary>
    public static string Local(PageModel page, string? back) => back is { Length: > 0 and < 500 } && page.Url.IsLocalUrl(back) ? back : "/me";

    public static string CodeCookie(HttpRequest request) => request.IsHttps ? "__Host-trellis-code" : "trellis-code";
}
