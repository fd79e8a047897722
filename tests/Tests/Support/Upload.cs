using System.Text;
using AngleSharp.Html.Dom;

namespace Trellis.Tests.Support;

/// <summary>Fills in a form with a file, as a browser sends it; a file's name and kind are whatever the sender says.</summary>
internal static class Upload
{
    private const string Boundary = "----trellis-boundary";

    /// <param name="file">The label of the file's field, the name that the browser says, and the content; null where no file is chosen.</param>
    public static Task<PageSeen> Send(this Visitor visitor, PageSeen page, (string Label, string Name, byte[] Content)? file, params (string Label, string Value)[] answers)
    {
        var labels = answers.Select(answer => answer.Label).Concat(file is null ? [] : [file.Value.Label]).ToList();
        var form = FormPage.Find(page.Document, null, labels);
        foreach (var (label, value) in answers)
        {
            FormPage.Fill(form, label, value);
        }

        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        return visitor.Send(Request(new(form.GetAttribute("action")!, UriKind.Relative), Fields(form), "Form.File", file?.Name ?? "", file?.Content ?? []));
    }

    public static HttpRequestMessage Request(Uri to, IEnumerable<(string Name, string Value)> fields, string fileField, string fileName, byte[] content, string type = "application/octet-stream")
    {
        var body = new MemoryStream();
        foreach (var (name, value) in fields)
        {
            Write(body, $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }

        Write(body, $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{fileField}\"; filename=\"{fileName.Replace("\"", "%22", StringComparison.Ordinal)}\"\r\nContent-Type: {type}\r\n\r\n");
        body.Write(content);
        Write(body, $"\r\n--{Boundary}--\r\n");
        body.Position = 0;
        var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new StreamContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + Boundary);
        return request;
    }

    /// <summary>What stands in a form's fields.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form) => form.Elements.Select<AngleSharp.Html.Dom.IHtmlElement, (string Name, string Value)>(field => field switch
    {
        IHtmlInputElement { Type: "file" } => default,
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => default,
        IHtmlInputElement input => (input.Name ?? "", input.Value),
        IHtmlSelectElement select => (select.Name ?? "", select.Value ?? ""),
        IHtmlTextAreaElement area => (area.Name ?? "", area.Value),
        _ => default,
    }).Where(field => !string.IsNullOrEmpty(field.Name));

    private static void Write(Stream to, string text) => to.Write(Encoding.UTF8.GetBytes(text));
}
