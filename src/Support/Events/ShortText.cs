using Trellis.Platform;

namespace Trellis.Support.Events;

/// <summary>Fields of a form that may be left empty and have a longest length.</summary>
internal static class ShortText
{
    /// <summary>The text fit to be kept, on one line where it is short; adds a problem where it is too long.</summary>
    public static string? Read(string field, string what, string? typed, int most, ICollection<Problem> problems)
    {
        var text = most > 300 ? FreeText.Tidy(typed) : FreeText.Line(typed);
        if (text?.Length > most)
        {
            problems.Add(new(field, $"{what} has {text.Length:N0} letters. Make it {most:N0} at most."));
        }

        return text;
    }
}
