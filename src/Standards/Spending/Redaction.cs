using System.Buffers;

namespace Trellis.Standards.Spending;

/// <summary>Tells a name that has been taken out from a name.</summary>
public static class Redaction
{
    private static readonly string[] Words = ["REDACTED", "REDACTION", "REDACT", "WITHHELD", "ANONYMISED"];

    private static readonly SearchValues<char> Blots = SearchValues.Create("*xX.- ");

    /// <summary>REDACTED, Redacted personal data, Name withheld, (Redacted) and rows of stars or crosses are; Redactive Publishing Ltd is not.</summary>
    public static bool Is(ReadOnlySpan<char> name)
    {
        if (name.Length >= 3 && !name.ContainsAnyExcept(Blots))
        {
            return true;
        }

        foreach (var word in Words)
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(name[at - 1])) && (at + word.Length == name.Length || !char.IsLetter(name[at + word.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
