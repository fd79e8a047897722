using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Trellis.Browser.StoredText;

/// <summary>Somebody who opens pages and sends forms quickly, without a browser.</summary>
internal sealed class Typist : IDisposable
{
    private readonly HttpClient client;

    public Typist(string address) => client = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new(address) };

    public async Task SignIn(Sample person)
    {
        if (person.Name is { } name)
        {
            var people = (await Open("/demo/people"))!;
            await Send(people.Forms.OfType<IHtmlFormElement>().Single(form => form.TextContent.Contains("Continue as " + name.Split(' ')[0], StringComparison.Ordinal)));
        }
    }

    /// <summary>Null for what is no page.</summary>
    public async Task<IDocument?> Open(string url)
    {
        using var answer = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        return await Read(answer);
    }

    public async Task<IDocument?> Send(IHtmlFormElement form)
    {
        using var content = Content(form);
        using var answer = await client.PostAsync(Target(form), content);
        return await Read(answer);
    }

    /// <summary>Where a form goes; without an address of its own, to its own page.</summary>
    public static Uri Target(IHtmlFormElement form) => new(new Uri(form.Owner!.DocumentUri), form.GetAttribute("action") ?? "");

    public void Dispose() => client.Dispose();

    private static async Task<IDocument?> Read(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return null;
        }

        var (html, address) = (await answer.Content.ReadAsStringAsync(), answer.RequestMessage!.RequestUri!.ToString());
        return await BrowsingContext.New().OpenAsync(page => page.Content(html).Address(address));
    }

    private static HttpContent Content(IHtmlFormElement form) => form.Elements.OfType<IHtmlInputElement>().Any(input => input.Type == "file") ? Parts(form) : new FormUrlEncodedContent(Values(form));

    /// <summary>A list of groups with what they were helped with: each heading and each cell runs where it is not escaped.</summary>
    private const string Table = """
        Group,Date,Post code,"<img src=x data-hit onerror=alert(1)>"
        "<img src=x data-hit onerror=alert(1)>",3/4/2026,M33 2RP,"=HYPERLINK(""x"")"
        "<script>alert(1)</script>",4/4/2026,M33 OTZ,"<img src=x data-hit onerror=alert(1)>"
        """;

    private static MultipartFormDataContent Parts(IHtmlFormElement form)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in Values(form))
        {
            parts.Add(new StringContent(value), name);
        }

        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "file"))
        {
            var (text, ending) = input.GetAttribute("accept")?.StartsWith(".csv", StringComparison.Ordinal) == true ? (Table, "csv") : ("Minutes of our meeting", "txt");
            parts.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new("text/plain") } }, input.Name!, $"minutes<img src=x data-hit onerror=alert(1)>.{ending}");
        }

        return parts;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        foreach (var field in form.Elements)
        {
            var value = field switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement { Type: "file" or "submit" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null && field.GetAttribute("name") is { Length: > 0 } name)
            {
                yield return new(name, value);
            }
        }

        if (form.QuerySelector("button:not([type=button])") is { } button && button.GetAttribute("name") is { } pressed)
        {
            yield return new(pressed, button.GetAttribute("value") ?? "");
        }
    }
}
