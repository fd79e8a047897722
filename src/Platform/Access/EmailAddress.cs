using System.Net.Mail;

namespace Trellis.Platform.Access;

/// <summary>What people type as their mail address, in the one form in which it is kept.</summary>
public static class EmailAddress
{
    private const int Longest = 254; // RFC 5321

    /// <summary>Without spaces around it and in small letters; null where no mail could reach it.</summary>
    public static string? Tidy(string? typed)
    {
        var text = typed?.Trim().ToLowerInvariant() ?? "";
        return text.Length is > 3 and <= Longest && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '<' or '>' or ',' or ';' or '"')
            && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal) && !address.Host.EndsWith('.')
            ? text
            : null;
    }
}
