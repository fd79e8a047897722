using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Trellis.Tests.Support;

/// <summary>A page as a person meets it: what it says, where its links go, what its forms ask.</summary>
public sealed partial class PageSeen
{
    private readonly Visitor visitor;

    private PageSeen(Visitor visitor, HttpResponseMessage response, byte[] body, IDocument document) =>
        (this.visitor, Response, Body, Document) = (visitor, response, body, document);

    public HttpResponseMessage Response { get; }

    /// <summary>What came, to the byte; for downloads.</summary>
    public byte[] Body { get; }

    public IDocument Document { get; }

    public int Status => (int)Response.StatusCode;

    public string Html => Document.ToHtml();

    public string Title => Document.Title ?? "";

    /// <summary>The one main heading.</summary>
    public string Heading => Tidy(Document.QuerySelectorAll("h1").Single().TextContent);

    /// <summary>The words of the main part, with single spaces.</summary>
    public string Text => Tidy((Document.QuerySelector("main") ?? Document.Body!).TextContent);

    /// <summary>What the page says is wrong with the answers, in the order it says it.</summary>
    public IReadOnlyList<string> Problems => [.. All("[role=alert] li")];

    public static async Task<PageSeen> Read(Visitor visitor, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        var isPage = response.Content.Headers.ContentType?.MediaType == "text/html";
        var document = await BrowsingContext.New().OpenAsync(made => made
            .Content(isPage ? System.Text.Encoding.UTF8.GetString(body) : "")
            .Address(response.RequestMessage!.RequestUri));
        return new(visitor, response, body, document);
    }

    /// <summary>The words of everything that the selector finds, with single spaces.</summary>
    public IReadOnlyList<string> All(string selector) => [.. Document.QuerySelectorAll(selector).Select(found => Tidy(found.TextContent))];

    /// <summary>The rows of the table with this caption (or a part of it): the words of each cell of its body.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string caption)
    {
        var table = Document.QuerySelectorAll<IHtmlTableElement>("table").FirstOrDefault(t => Tidy(t.Caption?.TextContent ?? "").Contains(caption, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No table has “{caption}” in its caption. There are: {string.Join("; ", All("caption"))}");
        return [.. table.Bodies.SelectMany(body => body.Rows).Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(cell => Tidy(cell.TextContent))])];
    }

    /// <summary>Where the link with these words leads.</summary>
    public string Link(string words) =>
        Links.FirstOrDefault(link => Tidy(link.TextContent) == words)?.Href
        ?? Links.FirstOrDefault(link => Tidy(link.TextContent).Contains(words, StringComparison.Ordinal))?.Href
        ?? throw new InvalidOperationException($"No link says “{words}”. There are: {string.Join("; ", Links.Select(link => Tidy(link.TextContent)))}");

    public Task<PageSeen> Follow(string words) => visitor.Open(Link(words));

    /// <summary>Goes where a redirect points.</summary>
    public Task<PageSeen> FollowRedirect() =>
        visitor.Open((Response.Headers.Location ?? throw new InvalidOperationException($"This is no redirect but {Status}.")).ToString());

    /// <summary>Fills in the fields with these labels and presses the form's first button.</summary>
    public Task<PageSeen> Submit(params (string Label, string Value)[] answers) => Press(null, answers);

    /// <summary>Fills in the fields with these labels and presses the button with these words.</summary>
    public async Task<PageSeen> Press(string? button, params (string Label, string Value)[] answers)
    {
        var form = FormPage.Find(Document, button, [.. answers.Select(answer => answer.Label)]);
        foreach (var (label, value) in answers)
        {
            FormPage.Fill(form, label, value);
        }

        return await visitor.Send(FormPage.Request(form, button));
    }

    internal static string Tidy(string text) => Spaces().Replace(text, " ").Trim();

    private IEnumerable<IHtmlAnchorElement> Links => Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
