using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Standards.Values;

namespace Trellis.Groups.Editing;

/// <summary>Reads what was typed into an entry, kind on form and strict on meaning, and says in one sentence each what will not do.</summary>
internal static class ReadEntry
{
    private const int Short = 200;
    private const int Long = 5_000;

    /// <param name="form">As typed.</param>
    /// <param name="shown">The entry as it stands: what nobody touched is not questioned.</param>
    public static Result<Entry> From(EntryForm form, Entry shown)
    {
        var (entry, wrong) = (new Entry(), new List<Problem>());
        foreach (var field in Entry.Fields)
        {
            var typed = FreeText.Tidy(form.Typed(field)) ?? "";
            var (text, fault) = Entry.Same(typed, shown[field]) ? (shown[field], null) : Read(field, typed);
            entry[field] = text;
            if (fault is not null)
            {
                wrong.Add(new(field.ToString(), fault));
            }
        }

        return wrong.Count > 0 ? wrong.ToArray() : entry;
    }

    /// <summary>The fields that were ticked, of those that can be withheld.</summary>
    public static IReadOnlyList<Field> Withheld(EntryForm form) => [.. Entry.CanBeWithheld.Where(field => form.NotPublic.Contains(field.ToString()))];

    private static (string Text, string? Fault) Read(Field field, string typed) => field switch
    {
        Field.Name when typed.Length == 0 => ("", "Enter the group's name."),
        Field.Name or Field.Contact or Field.Languages => Within(OneLine(typed), Short),
        Field.WorkingNames when Saying.Lines(typed).Any(line => line.Length > Short) => (typed, $"Write one name on each line, with at most {Short} letters."),
        Field.WorkingNames => Within(string.Join('\n', Saying.Lines(typed)), Long),
        Field.Cause => typed.Length == 0 || CauseTitles.IsCode(typed) ? (typed, null) : ("", "Choose one of the causes."),
        Field.Reach => typed.Length == 0 || Enum.TryParse<Reach>(typed, out var reach) && Enum.IsDefined(reach) && reach.ToString() == typed ? (typed, null) : ("", "Choose how far the group works."),
        Field.Website => Of(Standards.Values.Read.Website(typed)),
        Field.Email => Of(Standards.Values.Read.Email(typed)),
        Field.Telephone => Of(Standards.Values.Read.Telephone(typed)),
        Field.Postcode => Postcode(typed),
        _ => Within(typed, Long),
    };

    private static (string, string?) Of(TextReading reading) => (reading.Value ?? "", reading.Fault);

    private static (string, string?) Postcode(string typed)
    {
        var reading = Standards.Values.Read.PostcodeOrPart(typed);
        return reading.Fault is { } fault ? ("", fault)
            : reading.Value is { Part: < PostcodePart.Unit } ? ("", "Enter the whole postcode, such as M33 7ZF.")
            : (reading.Value?.Value ?? "", null);
    }

    private static (string, string?) Within(string text, int most) => text.Length <= most ? (text, null) : (text, $"This is too long: write at most {most:N0} letters.");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
