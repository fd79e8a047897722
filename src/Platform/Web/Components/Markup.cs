using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Trellis.Platform.Web.Components;

/// <summary>Elements in one line each; whatever is text is encoded.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? css = null, params ReadOnlySpan<object?> content)
    {
        var tag = new TagBuilder(name);
        return (css is null ? tag : tag.With("class", css)).Add(content);
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    public static TagBuilder Add(this TagBuilder tag, params ReadOnlySpan<object?> content)
    {
        foreach (var part in content)
        {
            _ = part switch
            {
                null => tag.InnerHtml,
                IHtmlContent html => tag.InnerHtml.AppendHtml(html),
                _ => tag.InnerHtml.Append(Convert.ToString(part, CultureInfo.CurrentCulture) ?? ""),
            };
        }

        return tag;
    }

    /// <summary>A link where there is an address, otherwise the text alone.</summary>
    public static object Link(string text, string? url) => string.IsNullOrEmpty(url) ? text : Tag("a", null, text).With("href", url);

    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>A table that is laid out as a grid loses its meaning in some browsers; the roles keep it.</summary>
    public static TagBuilder Role(this TagBuilder tag, string role) => tag.With("role", role);
}
