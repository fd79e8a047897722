using System.Net;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Trellis.Platform.Web.Components;

/// <summary>Every link of every page: one that leads neither to a page, a mail nor a telephone stays as words, wherever its address came from.</summary>
[HtmlTargetElement("a", Attributes = "href")]
public sealed class LinkTagHelper : TagHelper
{
    private static readonly string[] Known = ["http", "https", "mailto", "tel"];

    public override int Order => int.MaxValue;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes["href"] is { Value: var value } href && !Leads(value.ToString()))
        {
            output.Attributes.Remove(href);
        }
    }

    /// <summary>As it stands in the page. An address of our own begins with no scheme. Browsers skip blanks and control characters in one, so they are no way round.</summary>
    internal static bool Leads(string? address)
    {
        if (address is null or "" or ['/' or '#' or '?', ..])
        {
            return true;
        }

        var plain = string.Concat(WebUtility.HtmlDecode(address).Where(sign => sign > ' '));
        var end = plain.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || plain[end] != ':' || Known.Contains(plain[..end], StringComparer.OrdinalIgnoreCase);
    }
}
