using System.Text;

namespace Trellis.Standards.Values;

/// <summary>Words in cells: what stands for nothing, and what nobody can see.</summary>
public static class Text
{
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "NA", "N/A", "N.A.", "#N/A", "NULL", "(null)", "NaN", "-", "--", "---", "–", "—", ".", "?", "not known", "unknown", "not available", "not applicable", "no data", "tbc",
    };

    /// <summary>The text, trimmed; null where it only says that there is none, as NA, N/A, NULL, a dash or "not known" do.</summary>
    public static string? OrBlank(string? text)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) || Nothing.Contains(trimmed) ? null : trimmed;
    }

    /// <summary>Whether the text only says that there is none.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        return trimmed.IsEmpty || (trimmed.Length <= 14 && Nothing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(trimmed));
    }

    /// <summary>
    /// The text as a person sees it: one space between words, line ends kept as they are meant, in composed form (NFC).
    /// Marks that turn the direction of writing, and control characters, are taken out with a note.
    /// </summary>
    public static TextReading Seen(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return default;
        }

        var kept = new StringBuilder(text.Length);
        var removed = 0;
        foreach (var letter in text)
        {
            if (Unseen(letter))
            {
                removed++;
            }
            else if (letter == '\n')
            {
                TrimEnd(kept).Append('\n');
            }
            else if (!char.IsWhiteSpace(letter))
            {
                kept.Append(letter);
            }
            else if (letter != '\r' && kept.Length > 0 && !char.IsWhiteSpace(kept[^1]))
            {
                kept.Append(' ');
            }
        }

        var seen = Composed(kept.ToString().Trim());
        var note = removed > 0 ? "Characters that nobody can see (control characters, or marks that turn the direction of writing) were taken out." : null;
        return new TextReading(seen.Length == 0 ? null : seen, Note: note);
    }

    /// <summary>A cell's text as it can be quoted in a sentence: short, and nothing in it that cannot be seen.</summary>
    internal static string Quoted(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text[..Math.Min(text.Length, 40)])
        {
            quoted.Append(Unseen(letter) || char.IsWhiteSpace(letter) ? ' ' : letter);
        }

        return quoted.Append(text.Length > 40 ? "…\"" : "\"").ToString();
    }

    private static bool Unseen(char letter) =>
        (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
        || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u200B' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static StringBuilder TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        return text;
    }

    /// <summary>A half of a surrogate pair has no composed form; it becomes the replacement character.</summary>
    private static string Composed(string text)
    {
        try
        {
            return text.IsNormalized() ? text : text.Normalize();
        }
        catch (ArgumentException)
        {
            return string.Concat(text.EnumerateRunes().Select(r => r.ToString())).Normalize();
        }
    }
}
