using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Trellis.Tests.Guards;

/// <summary>What every page must keep to, whatever it shows.</summary>
internal static class PageRules
{
    /// <summary>What this page breaks, as sentences.</summary>
    public static IEnumerable<string> Broken(IDocument page)
    {
        var headings = page.QuerySelectorAll("h1").Length;
        if (headings != 1)
        {
            yield return $"it has {headings} main headings instead of one";
        }

        if (string.IsNullOrWhiteSpace(page.Title?.Replace("– Trellis", "", StringComparison.Ordinal)))
        {
            yield return "it has no title of its own";
        }

        if (string.IsNullOrEmpty(page.DocumentElement.GetAttribute("lang")))
        {
            yield return "it does not say its language";
        }

        foreach (var element in page.QuerySelectorAll("*"))
        {
            foreach (var wrong in Broken(element))
            {
                yield return $"<{element.LocalName}> {wrong}";
            }
        }

        foreach (var twice in page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1))
        {
            yield return $"the id {twice.Key} is there {twice.Count()} times";
        }
    }

    private static IEnumerable<string> Broken(IElement element)
    {
        foreach (var attribute in element.Attributes.Where(one => one.Name == "style" || one.Name.StartsWith("on", StringComparison.Ordinal)))
        {
            yield return $"has the inline attribute {attribute.Name}";
        }

        if (element is IHtmlStyleElement || element is IHtmlScriptElement { Source: null or "", Type: not "application/ld+json" })
        {
            yield return "is inline";
        }

        if (element is not IHtmlAnchorElement && (element.GetAttribute("src") ?? (element is IHtmlLinkElement ? element.GetAttribute("href") : null)) is { } from
            && (from.StartsWith("//", StringComparison.Ordinal) || from.Contains("://", StringComparison.Ordinal)))
        {
            yield return $"comes from another host: {from}";
        }
    }
}
