using System.Text.RegularExpressions;

namespace Trellis.Browser;

/// <summary>Follows links from page to page, a few pages of each kind, so that a new page is looked at without being listed.</summary>
/// <param name="open">Opens an address, does what is to be done there, and gives back the addresses that the page links to; null for what is no page.</param>
/// <param name="ofEachKind">How many addresses of one kind are opened.</param>
internal sealed partial class Walk(Func<string, Task<IEnumerable<string>?>> open, int ofEachKind)
{
    private readonly Queue<string> waiting = new();
    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, int> kinds = [];

    public List<string> Visited { get; } = [];

    /// <summary>Addresses of files that pages link to, a few of each kind.</summary>
    public List<string> Files { get; } = [];

    public async Task From(params IEnumerable<string> urls)
    {
        Want(urls);
        while (waiting.TryDequeue(out var url))
        {
            if (await open(url) is { } links)
            {
                Visited.Add(url);
                Want(links);
            }
        }
    }

    /// <summary>The path without what names one thing, and the first of the questions asked. What names a thing is an id, a number, or what follows the plural of a noun.</summary>
    public static string Kind(string url)
    {
        var parts = url.Split('#')[0].Split('?', 2);
        var kind = Plural().Replace(Id().Replace(parts[0], "/…"), "$1…");
        var keys = parts.Length > 1 ? string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]).Distinct().Order(StringComparer.Ordinal).Take(1)) : "";
        return keys.Length > 0 ? $"{kind}?{keys}" : kind;
    }

    /// <summary>Opens an address in a browser; null where it is a file to take away, or no page.</summary>
    public static async Task<IResponse?> Goto(IPage page, string url)
    {
        try
        {
            var answer = await page.GotoAsync(url);
            return (await (answer?.HeaderValueAsync("content-type") ?? Task.FromResult<string?>(null)))?.StartsWith("text/html", StringComparison.Ordinal) == true ? answer : null;
        }
        catch (PlaywrightException file) when (file.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return null;
        }
    }

    /// <summary>The addresses of this site that a browser's page links to.</summary>
    public static Task<string[]> Links(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('a[href], area[href]')].filter(link => link.origin === location.origin).map(link => link.pathname + link.search)");

    private void Want(IEnumerable<string> urls)
    {
        foreach (var url in urls.Select(url => url.Split('#')[0]).Where(url => url.StartsWith('/') && known.Add(url)))
        {
            var kind = IsFile().IsMatch(url) ? Kind(url.Split('?')[0]) + Format().Match(url) : Kind(url);
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kinds[kind] <= ofEachKind && url != "/sign-out")
            {
                if (IsFile().IsMatch(url))
                {
                    Files.Add(url);
                }
                else
                {
                    waiting.Enqueue(url);
                }
            }
        }
    }

    [GeneratedRegex("/([0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+)(?=/|$)")]
    private static partial Regex Id();

    [GeneratedRegex(@"^(/(?:groups|services|premises|wards|localities|events|certificates|indicators|library|money/by)/)[^/.]+|(?<=(/check-talk/…/))[^/]+")]
    private static partial Regex Plural();

    [GeneratedRegex(@"^[^?]*\.(csv|xlsx|json|ics)(\?|$)|/(own|staff|public)-document/|[?&]format=|[?&]handler=File|/me/data\?")]
    private static partial Regex IsFile();

    /// <summary>A list asked for in another way is a file of the same kind.</summary>
    [GeneratedRegex("format=[a-z]+")]
    private static partial Regex Format();
}
