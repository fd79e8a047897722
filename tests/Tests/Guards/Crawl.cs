using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>Walks from page to page as a visitor who follows links does, a few of each kind, and notes what is wrong.</summary>
internal sealed partial class Crawl(Func<string, Task<PageSeen>> open, int ofEachKind, int most = 500, IEnumerable<string>? but = null)
{
    private readonly HashSet<string> left = [.. but ?? []];
    private readonly Queue<(string Url, string From)> waiting = new();
    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, int> kinds = [];

    /// <summary>Addresses asked for, without what follows #.</summary>
    public List<string> Visited { get; } = [];

    public List<string> Faults { get; } = [];

    /// <summary>The kinds of pages found, which another crawl can leave out.</summary>
    public IEnumerable<string> Kinds => kinds.Keys;

    public async Task From(params string[] urls)
    {
        foreach (var url in urls)
        {
            known.Add(url);
            waiting.Enqueue((url, "the start"));
        }

        while (Visited.Count < most && waiting.TryDequeue(out var next))
        {
            await Visit(next.Url, next.From);
        }
    }

    /// <summary>/groups/age-uk and /groups/foe are pages of one kind, /groups/age-uk/edit of another; so are searches with the same questions.</summary>
    public static string Kind(string url)
    {
        var parts = url.Split('?', 2);
        var path = parts[0].Split('/');
        var keys = parts.Length > 1 ? string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]).Distinct().Order(StringComparer.Ordinal).Take(2)) : "";
        var stem = path.Length > 2 ? string.Join('/', path[..2]) + "/" + (Detail().IsMatch(url) ? path[2] + "/…" + (path.Length > 4 ? "/" + path[4] : "") : path.Length > 3 ? "…/" + path[3] : "…") + Path.GetExtension(parts[0]) : parts[0];
        return keys.Length > 0 ? $"{stem}?{keys}" : stem;
    }

    private async Task Visit(string url, string from)
    {
        Visited.Add(url);
        var page = await open(url);
        if (page.Status is 301 or 302 or 307 or 308)
        {
            Want(new Uri(new Uri("http://localhost"), page.Response.Headers.Location!).ToString(), url);
            return;
        }

        if (page.Status != 200)
        {
            Faults.Add($"{url} answers {page.Status} (linked from {from})");
            return;
        }

        if (page.Response.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        Faults.AddRange(PageRules.Broken(page.Document).Select(fault => $"{url}: {fault}"));
        foreach (var link in page.Document.QuerySelectorAll("a[href], link[href], script[src], img[src], area[href]"))
        {
            Look(page, link.GetAttribute("href") ?? link.GetAttribute("src")!, url);
        }
    }

    private void Look(PageSeen page, string link, string url)
    {
        if (link.StartsWith("mailto:", StringComparison.Ordinal) || link.StartsWith("tel:", StringComparison.Ordinal))
        {
            return;
        }

        if (!Uri.TryCreate(new Uri(new Uri("http://localhost"), url), link, out var target))
        {
            Faults.Add($"{url}: the link {link} is no address");
            return;
        }

        var fragment = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        if (fragment.Length > 0 && target.PathAndQuery == new Uri(new Uri("http://localhost"), url).PathAndQuery && page.Document.GetElementById(fragment) is null)
        {
            Faults.Add($"{url}: the link #{fragment} leads to nothing on the page");
        }

        if (target.Host == "localhost")
        {
            Want(target.GetLeftPart(UriPartial.Query), url);
        }
    }

    private void Want(string address, string from)
    {
        var url = new Uri(address).PathAndQuery;
        if (!known.Add(url))
        {
            return;
        }

        var kind = Kind(url);
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        if (kinds[kind] <= ofEachKind && !left.Contains(kind))
        {
            waiting.Enqueue((url, from));
        }
    }

    [GeneratedRegex(@"^/(money|about|work|people|me)/[a-z-]+(/|$)")]
    private static partial Regex Detail();
}
