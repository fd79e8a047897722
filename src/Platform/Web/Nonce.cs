using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Trellis.Platform.Web;

/// <summary>The number used once that lets our own scripts run; a page without a script has none and allows none.</summary>
internal static class Nonce
{
    private static readonly object Key = new();

    public static string For(HttpContext context) => Used(context) ?? Make(context);

    public static string? Used(HttpContext context) => context.Items[Key] as string;

    private static string Make(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        context.Items[Key] = nonce;
        return nonce;
    }
}

/// <summary>Every script element in our views gets the request's nonce by itself.</summary>
[HtmlTargetElement("script")]
public sealed class ScriptTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isData = output.Attributes["type"]?.Value?.ToString()?.EndsWith("json", StringComparison.Ordinal) is true;
        if (!isData)
        {
            output.Attributes.SetAttribute("nonce", Nonce.For(View.HttpContext));
        }
    }
}
