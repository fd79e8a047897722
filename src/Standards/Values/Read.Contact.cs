using System.Text;

namespace Trellis.Standards.Values;

public static partial class Read
{
    /// <summary>Yes or no: Y, yes, TRUE, T, 1, N, no, FALSE, F, 0.</summary>
    public static Reading<bool> YesNo(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (Text.IsBlank(trimmed))
        {
            return default;
        }

        Span<char> upper = stackalloc char[8];
        var word = trimmed.Length > upper.Length ? [] : upper[..trimmed.ToUpperInvariant(upper)];
        return word switch
        {
            "Y" or "YES" or "TRUE" or "T" or "1" => true,
            "N" or "NO" or "FALSE" or "F" or "0" => false,
            _ => Reading<bool>.Refused($"{Text.Quoted(trimmed)} is neither yes nor no."),
        };
    }

    /// <summary>A web address with its https:// (added where there is none). Only http and https are taken.</summary>
    public static TextReading Website(string? text)
    {
        if (Text.OrBlank(text)?.TrimEnd('.', ',', ';') is not { Length: > 0 } address)
        {
            return default;
        }

        var whole = address.Contains("://", StringComparison.Ordinal) ? address
            : address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address
            : "https://" + Unslipped(address);
        if (address.Contains('@', StringComparison.Ordinal) && !address.Contains('/', StringComparison.Ordinal))
        {
            return TextReading.Refused($"{Text.Quoted(address)} is an e-mail address, not a web address.");
        }

        if (address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || address.Length > 2000 || Text.Seen(address).Note is not null
            || !Uri.TryCreate(whole, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0
            || uri.HostNameType is not UriHostNameType.Dns || !uri.Host.Contains('.', StringComparison.Ordinal) || uri.Host.EndsWith('.') || !uri.Host.Any(char.IsLetter))
        {
            return TextReading.Refused($"{Text.Quoted(address)} is not a web address.");
        }

        var plain = uri.AbsoluteUri;
        return new TextReading(uri.PathAndQuery == "/" && uri.Fragment.Length == 0 ? plain.TrimEnd('/') : plain);
    }

    /// <summary>An e-mail address; its domain in small letters, "mailto:" and a name before it taken off.</summary>
    public static TextReading Email(string? text)
    {
        if (Text.OrBlank(text) is not { } address)
        {
            return default;
        }

        var bare = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address[7..] : address;
        if (bare.EndsWith('>') && bare.LastIndexOf('<') is var open and >= 0)
        {
            bare = bare[(open + 1)..^1];
        }

        var at = bare.IndexOf('@', StringComparison.Ordinal);
        if (at != bare.LastIndexOf('@'))
        {
            return TextReading.Refused($"{Text.Quoted(address)} holds more than one e-mail address; please give one.");
        }

        var sound = at is > 0 and <= 64 && bare.Length <= 254 && bare[..at].All(IsMailbox) && bare[0] != '.' && bare[at - 1] != '.' && IsDomain(bare[(at + 1)..]);
        return sound ? new TextReading(bare[..at] + "@" + bare[(at + 1)..].ToLowerInvariant()) : TextReading.Refused($"{Text.Quoted(address)} is not an e-mail address.");
    }

    /// <summary>
    /// A telephone number as it is dialled in Britain, parted as people read it: 0161 912 2000. A nought lost by a spreadsheet is put back with a note;
    /// numbers of other countries keep their +; an extension is kept behind "ext".
    /// </summary>
    public static TextReading Telephone(string? text)
    {
        if (Text.OrBlank(text) is not { } number)
        {
            return default;
        }

        var (main, extension) = Extension(number);
        var plus = main.AsSpan().Trim() is ['+', ..];
        var digits = main.Replace("(0)", "", StringComparison.Ordinal);
        if (digits.Any(c => !char.IsAsciiDigit(c) && !char.IsWhiteSpace(c) && c is not ('+' or '-' or '(' or ')' or '.' or '/')))
        {
            return TextReading.Refused($"{Text.Quoted(number)} is not a telephone number.");
        }

        digits = new string([.. digits.Where(char.IsAsciiDigit)]);
        string? note = null;
        if (digits.StartsWith("0044", StringComparison.Ordinal) || (plus && digits.StartsWith("44", StringComparison.Ordinal)))
        {
            digits = "0" + digits[(digits[0] == '0' ? 4 : 2)..].TrimStart('0');
        }
        else if (plus)
        {
            return digits.Length is >= 8 and <= 15 ? new TextReading("+" + digits + extension) : TextReading.Refused($"{Text.Quoted(number)} is not a telephone number.");
        }
        else if (digits.Length == 10 && digits[0] is '1' or '2' or '3' or '7' or '8' && digits.Length == 10)
        {
            digits = "0" + digits;
            note = $"A nought was put before {Text.Quoted(number)}.";
        }

        return Parted(digits) is { } parted ? new TextReading(parted + extension, Note: note) : TextReading.Refused($"{Text.Quoted(number)} is not a telephone number.");
    }

    private static string? Parted(string digits) => digits switch
    {
        "999" or "111" or "101" or "105" or "112" or "119" => digits,
        ['1', '1', '6', _, _, _] => digits[..3] + " " + digits[3..],
        ['0', '2', ..] when digits.Length == 11 => digits[..3] + " " + digits[3..7] + " " + digits[7..],
        ['0', '1', '1', ..] or ['0', '1', _, '1', ..] or ['0', '3' or '8' or '9', ..] when digits.Length == 11 => digits[..4] + " " + digits[4..7] + " " + digits[7..],
        ['0', '1' or '5' or '7', ..] when digits.Length == 11 => digits[..5] + " " + digits[5..],
        ['0', '1', ..] when digits.Length == 10 => digits[..5] + " " + digits[5..],
        ['0', '8', '0', '0', ..] when digits.Length is 8 or 10 => digits[..4] + " " + digits[4..],
        _ => null,
    };

    private static (string Main, string Extension) Extension(string number)
    {
        var at = number.IndexOf("ext", StringComparison.OrdinalIgnoreCase);
        at = at < 0 ? number.IndexOf('x', StringComparison.OrdinalIgnoreCase) : at;
        var digits = at < 0 ? "" : new string([.. number[at..].Where(char.IsAsciiDigit)]);
        return digits.Length is >= 1 and <= 6 ? (number[..at], " ext " + digits) : (number, "");
    }

    /// <summary>Slips that are met in every list: http//, http:/ and www, before the host.</summary>
    private static string Unslipped(string address)
    {
        foreach (var slip in (ReadOnlySpan<string>)["https//:", "http//:", "https//", "http//", "https:/", "http:/", "https:", "http:"])
        {
            if (address.StartsWith(slip, StringComparison.OrdinalIgnoreCase))
            {
                return address[slip.Length..];
            }
        }

        return address;
    }

    private static bool IsMailbox(char letter) => char.IsLetterOrDigit(letter) || "!#$%&'*+-/=?^_`{|}~.".Contains(letter, StringComparison.Ordinal);

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length >= 2 && labels[^1].Length >= 2 && !char.IsAsciiDigit(labels[^1][0])
            && labels.All(l => l.Length is >= 1 and <= 63 && l[0] != '-' && l[^1] != '-' && l.All(c => char.IsLetterOrDigit(c) || c == '-'));
    }
}
