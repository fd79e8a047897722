using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Trellis.Browser.StoredText;

/// <summary>
/// Fills every form that one person finds with the polyglots and sends it. What the page refuses is tried again with something nearer to
/// what the field wants, down to nothing at all, so that no form need be known by name.
/// </summary>
internal sealed class FillForms(Typist typist)
{
    private const int MostTries = 40;

    /// <summary>Forms that would end the people or the sessions that do the filling.</summary>
    private static readonly string[] Left = ["/sign-out", "/sign-in", "/people/end/", "/me/leave/", "/me/email", "/new-email", "/demo/", "/letters/stop", "handler=Account"];

    /// <summary>Buttons that take a record further, on forms with nothing to type.</summary>
    private static readonly string[] Further = ["Send", "Share", "Publish", "Open", "Accept", "Confirm", "Offer", "Begin", "Agree", "Yes", "Take", "Add", "Save", "Start", "Make"];

    private readonly HashSet<string> sent = [];

    public int Accepted { get; private set; }

    /// <summary>Forms that took nothing, with what they said at last.</summary>
    public List<string> Refused { get; } = [];

    public async Task Everywhere(params IEnumerable<string> from) => await new Walk(Open, ofEachKind: 2).From(from);

    private async Task<IEnumerable<string>?> Open(string url)
    {
        if (await typist.Open(url) is not { } page)
        {
            return null;
        }

        var links = Links(page).ToList();
        for (var index = 0; index < page.Forms.Length; index++)
        {
            if (page.Forms[index] is IHtmlFormElement form && Wanted(url, form))
            {
                links.AddRange(await Send(url, index));
            }
        }

        return links;
    }

    /// <summary>Those with something to type and those that take a record further; each kind twice, the second time on another record.</summary>
    private bool Wanted(string url, IHtmlFormElement form)
    {
        var action = Typist.Target(form).PathAndQuery;
        if (form.Method != "post" || Left.Any(left => action.Contains(left, StringComparison.Ordinal) || url.StartsWith(left, StringComparison.Ordinal)))
        {
            return false;
        }

        var (button, kind) = (form.QuerySelector("button")?.TextContent.Trim() ?? "", $"{Walk.Kind(url)} → {Walk.Kind(action)} {string.Join(' ', form.Elements.Select(field => field.GetAttribute("name")))}");
        return (Typed(form).Any() || Further.Any(word => button.StartsWith(word, StringComparison.Ordinal))) && (sent.Add(kind) || sent.Add(kind + " again"));
    }

    private async Task<IEnumerable<string>> Send(string url, int index)
    {
        var (tries, said) = (new Dictionary<string, int>(), "");
        for (var time = 0; time < MostTries; time++)
        {
            if (await typist.Open(url) is not { } page || index >= page.Forms.Length || page.Forms[index] is not IHtmlFormElement form)
            {
                return [];
            }

            Fill(form, tries);
            if (await typist.Send(form) is not { } answer)
            {
                return [];
            }

            var wrong = answer.QuerySelectorAll(".problems a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Distinct().ToList();
            said = (answer.QuerySelector(".problems") ?? answer.QuerySelector("h1"))?.TextContent ?? "";
            if (wrong.Count == 0)
            {
                Accepted++;
                return Links(answer);
            }

            wrong.ForEach(field => tries[field] = tries.GetValueOrDefault(field) + 1);
        }

        Refused.Add($"{Walk.Kind(url)} {index}: {string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
        return [];
    }

    private void Fill(IHtmlFormElement form, Dictionary<string, int> tries)
    {
        foreach (var (field, at) in form.Elements.Select((field, at) => (field, at)))
        {
            var step = tries.GetValueOrDefault(field.Id ?? "", Several(field) && field.Id?.LastIndexOf('-') is > 0 and var end ? tries.GetValueOrDefault(field.Id[..end]) : 0);
            switch (field)
            {
                case IHtmlInputElement { Type: "hidden" or "file" or "submit" }:
                case { ParentElement: { } around } when around.GetAttribute("aria-hidden") == "true": // left empty by people, filled by robots
                    break;
                case IHtmlSelectElement select when select.Options.Where(option => option.Value.Length > 0).ToList() is { Count: > 0 } choices:
                    select.Value = choices[(choices.Count - 1 + step) % choices.Count].Value;
                    break;
                case IHtmlInputElement { Type: "checkbox" } box:
                    box.IsChecked = step % 2 == 0;
                    break;
                case IHtmlInputElement { Type: "radio" } radio:
                    Choose(form, radio, step);
                    break;
                case IHtmlInputElement input:
                    input.Value = Pick(Offers(input.Type, at), step);
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = Pick(Offers("text", at), step);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The first of those with one name speaks for all of them, as its id does in what the page says is wrong.</summary>
    private static void Choose(IHtmlFormElement form, IHtmlInputElement radio, int step)
    {
        var same = form.Elements.OfType<IHtmlInputElement>().Where(one => one.Type == "radio" && one.Name == radio.Name).ToList();
        if (same[0] == radio)
        {
            same.ForEach(one => one.IsChecked = one == same[step % same.Count]);
        }
    }

    /// <summary>Of boxes that belong together, the first alone has the id by which the page speaks of them.</summary>
    private static bool Several(IElement field) => field is IHtmlInputElement { Type: "checkbox" };

    private static string Pick(string[] offers, int step) => offers[step % offers.Length];

    /// <summary>What a field is given at each try, the worst first.</summary>
    private string[] Offers(string type, int at) => type switch
    {
        "number" => ["5", "2", ""],
        "email" => ["\"<img/src/onerror=alert(1)>data-hit\"@hit.example", $"data-hit-{sent.Count}-{at}@hit.example", ""],
        _ =>
        [
            Polyglots.At((sent.Count * 5) + at), "https://hit.example/?\"onmouseover=alert(1)//data-hit", Day(21), "19:00", "20:30", "21:30", "5", "https://hit.example/data-hit",
            $"data-hit-{sent.Count}@hit.example", "M33 7ZZ", "0161 496 0000", Day(-21), "2", "2026-04", "Open Door Parents (made up for the demo)", "",
        ],
    };

    private static string Day(int from) => DateTime.UtcNow.AddDays(from).ToString("d MMMM yyyy");

    private static IEnumerable<IElement> Typed(IHtmlFormElement form) => form.QuerySelectorAll("textarea, input:not([type=hidden]):not([type=checkbox]):not([type=radio])");

    private static IEnumerable<string> Links(IDocument page) => page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!);
}
