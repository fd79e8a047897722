using Trellis.Standards.Tables;
using Trellis.Standards.Values;

namespace Trellis.Groups.Intake;

/// <summary>Guesses from the texts of the first rows what a column holds whose heading says nothing.</summary>
internal static class ColumnGuess
{
    /// <summary>Fills fields that are still empty from columns that are still free.</summary>
    public static void Fill(Fields fields, IReadOnlyList<Row> samples)
    {
        foreach (var heading in fields.Unused)
        {
            var texts = samples.Select(row => row[heading]).OfType<string>().ToList();
            if (texts.Count >= 3 && Of(texts) is { } field)
            {
                fields.Propose(field, heading);
            }
        }

        if (fields["name"] is null && fields.Unused.FirstOrDefault(heading => LooksLikeNames(samples, heading)) is { } names)
        {
            fields.Propose("name", names);
        }
    }

    private static string? Of(List<string> texts) =>
        Most(texts, text => Read.Postcode(text).Value is not null) ? "postcode"
        : Most(texts, text => text.Contains('@') && !text.Contains(' ')) ? "email"
        : Most(texts, text => (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http", StringComparison.OrdinalIgnoreCase)) && Read.Website(text).Value is not null) ? "website"
        : Most(texts, text => text.Count(char.IsAsciiDigit) is 10 or 11 && text.All(sign => char.IsAsciiDigit(sign) || " +-()".Contains(sign))) ? "telephone"
        : null;

    /// <summary>Mostly different texts of letters, none of them long.</summary>
    private static bool LooksLikeNames(IReadOnlyList<Row> samples, string heading)
    {
        var texts = samples.Select(row => row[heading]).OfType<string>().ToList();
        return texts.Count >= 3 && texts.Distinct().Count() * 10 >= texts.Count * 8 && Most(texts, text => text.Length is > 3 and < 100 && text.Any(char.IsLetter));
    }

    private static bool Most(List<string> texts, Func<string, bool> fits) => texts.Count(fits) * 10 >= texts.Count * 7;
}
