using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Trellis.Tests.Support;

/// <summary>Finds forms and fields the way people do: by the words beside them.</summary>
internal static class FormPage
{
    /// <summary>The form that has the button, or the first that has all the labels.</summary>
    public static IHtmlFormElement Find(IDocument document, string? button, IReadOnlyList<string> labels) =>
        document.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(form =>
            (button is null || Button(form, button) is not null) && labels.All(label => Field(form, label) is not null))
        ?? throw new InvalidOperationException(
            $"No form on this page has the button “{button}” and fields labelled {string.Join(", ", labels.Select(label => $"“{label}”"))}. "
            + $"Labels here: {string.Join("; ", document.QuerySelectorAll("label").Select(Words))}");

    public static void Fill(IHtmlFormElement form, string label, string value)
    {
        switch (Field(form, label))
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                box.IsChecked = value.Length > 0;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = (select.Options.FirstOrDefault(option => PageSeen.Tidy(option.Text) == value)
                    ?? throw new InvalidOperationException($"“{label}” offers no “{value}”.")).Value;
                break;
            default:
                throw new InvalidOperationException($"“{label}” is beside something that takes no answer.");
        }
    }

    /// <summary>What a browser would send when the button is pressed.</summary>
    public static HttpRequestMessage Request(IHtmlFormElement form, string? button)
    {
        var pressed = button is null ? form.QuerySelector<IHtmlElement>("button:not([type=button]), input[type=submit]") : Button(form, button);
        var sent = (pressed is null ? form.GetSubmission() : form.GetSubmission(pressed)) ?? throw new InvalidOperationException("The form sends nothing.");
        var request = new HttpRequestMessage(new HttpMethod(sent.Method.ToString().ToUpperInvariant()), sent.Target.Href);
        if (sent.Method == AngleSharp.Io.HttpMethod.Post)
        {
            request.Content = new StreamContent(sent.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", sent.MimeType);
        }

        return request;
    }

    private static IHtmlElement? Button(IHtmlFormElement form, string words) =>
        form.QuerySelectorAll<IHtmlElement>("button, input[type=submit]").FirstOrDefault(button =>
            PageSeen.Tidy(button.TextContent) == words || button.GetAttribute("value") == words || button.GetAttribute("aria-label") == words);

    private static IHtmlElement? Field(IHtmlFormElement form, string label) =>
        form.Owner!.QuerySelectorAll<IHtmlLabelElement>("label")
            .Where(found => Words(found) == label)
            .Select(found => found.Control ?? found.QuerySelector<IHtmlElement>("input, select, textarea"))
            .FirstOrDefault(control => control is not null && form.Elements.Contains(control));

    /// <summary>A label's own words, without those of a list of choices inside it.</summary>
    private static string Words(IElement label) => PageSeen.Tidy(string.Concat(label.GetDescendants().OfType<IText>()
        .Where(text => !text.GetAncestors().OfType<IHtmlSelectElement>().Any()).Select(text => text.Data)));
}
