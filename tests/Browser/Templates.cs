using System.Net;
using System.Text.RegularExpressions;

namespace Trellis.Browser;

/// <summary>One address of each kind of page, found by following links, so that a new page is looked at without being listed.</summary>
internal static partial class Templates
{
    private static readonly string[] AlsoAsked =
    [
        "/groups?q=food+bank+near+M33+7", "/groups?q=zzzzqqqq", "/groups/age-uk-trafford", "/wards?show=money-per-head", "/there-is-no-such-page", "/about/look",
    ];

    public static async Task<IReadOnlyList<string>> All(string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var found = new Dictionary<string, string> { ["/"] = "/" };
        var waiting = new Queue<string>(["/"]);
        while (waiting.TryDequeue(out var url))
        {
            using var answer = await client.GetAsync(new Uri(url, UriKind.Relative));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                found.Remove(Kind(url));
                continue;
            }

            foreach (var link in Links().Matches(await answer.Content.ReadAsStringAsync()).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)))
            {
                if (Kind(link) is { Length: > 0 } kind && found.TryAdd(kind, link))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        return [.. found.Values.Concat(AlsoAsked).Distinct()];
    }

    /// <summary>The path without what names one thing; empty for files. What is asked behind ? does not make another page.</summary>
    private static string Kind(string link)
    {
        var path = link.Split('?')[0].Split('/');
        return path[^1].Contains('.') ? "" : path switch
        {
            ["", "money" or "about", _, _, ..] => $"/{path[1]}/{path[2]}/…",
            ["", "money" or "about", ..] => link.Split('?')[0],
            ["", _, _, ..] => $"/{path[1]}/…",
            _ => link.Split('?')[0],
        };
    }

    [GeneratedRegex("<a[^>]* href=\"(/[^\"#]*)")]
    private static partial Regex Links();
}
