namespace Trellis.Ledger.Coming;

/// <summary>Knows the words that payers put in the place of a name they keep back.</summary>
internal static class Redacted
{
    private static readonly string[] Words =
    [
        "redacted", "name redacted", "redacted personal data", "personal data redacted", "redacted personal data - individual", "withheld", "name withheld", "confidential", "personal data",
    ];

    public static bool Is(string name)
    {
        var plain = name.AsSpan().Trim(" *[]()-.");
        foreach (var word in Words)
        {
            if (plain.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return plain.StartsWith("redacted ", StringComparison.OrdinalIgnoreCase);
    }
}
