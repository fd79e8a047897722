namespace Trellis.Standards.Values;

public static partial class Read
{
    private static readonly HashSet<string> PostcodeAreas =
    [
        .. ("AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE "
        + "KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB "
        + "W WA WC WD WF WN WR WS WV YO ZE").Split(' '),
    ];

    /// <summary>A whole postcode: m337ab and M33-7AB are M33 7AB. A letter O for a nought, or an I for a one, is mended with a note.</summary>
    public static Reading<Postcode> Postcode(ReadOnlySpan<char> text)
    {
        var postcode = PostcodeOrPart(text);
        return postcode.Value is { Part: < PostcodePart.Unit }
            ? Reading<Postcode>.Refused($"{Text.Quoted(text.Trim())} is only the first part of a postcode.")
            : postcode;
    }

    /// <summary>A whole postcode or the first part of one: M, M33, M33 7 or M33 7AB.</summary>
    public static Reading<Postcode> PostcodeOrPart(ReadOnlySpan<char> text)
    {
        if (Text.IsBlank(text))
        {
            return default;
        }

        var code = Bare(text);
        if (code.Length is < 1 or > 7)
        {
            return Reading<Postcode>.Refused(NoPostcode(text));
        }

        var spaced = text.Trim().LastIndexOfAny(" \u00A0");
        if (Parsed(code, spaced) is { } sound)
        {
            return sound;
        }

        var mended = Mendings(code).Select(m => Parsed(m, spaced)).OfType<Postcode>().Distinct().Take(2).ToList();
        return mended is [var only]
            ? new Reading<Postcode>(only, null, $"{Text.Quoted(text.Trim())} was read as {only} (the letters O and I and the figures 0 and 1 were mixed up).")
            : Reading<Postcode>.Refused(NoPostcode(text));
    }

    private static string NoPostcode(ReadOnlySpan<char> text) => $"{Text.Quoted(text.Trim())} is not a postcode.";

    private static string Bare(ReadOnlySpan<char> text)
    {
        Span<char> kept = stackalloc char[9];
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || letter is '-' or '.' or ',')
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(letter) || length == kept.Length)
            {
                return "";
            }

            kept[length++] = char.ToUpperInvariant(letter);
        }

        return kept[..length].ToString();
    }

    /// <summary>Whole, or a sector where a space says so (M33 7), or a district or area.</summary>
    private static Postcode? Parsed(string code, int spaced)
    {
        if (code.Length >= 5 && IsInward(code.AsSpan(code.Length - 3)) && IsOutward(code[..^3]))
        {
            return new Postcode(code[..^3], code[^3..]);
        }

        if (spaced > 0 && code.Length >= 3 && char.IsAsciiDigit(code[^1]) && IsOutward(code[..^1]))
        {
            return new Postcode(code[..^1], code[^1..]);
        }

        return IsOutward(code) || PostcodeAreas.Contains(code) ? new Postcode(code, "")
            : code.Length >= 4 && char.IsAsciiDigit(code[^1]) && IsOutward(code[..^1]) ? new Postcode(code[..^1], code[^1..])
            : null;
    }

    private static bool IsInward(ReadOnlySpan<char> code) =>
        char.IsAsciiDigit(code[0]) && IsInwardLetter(code[1]) && IsInwardLetter(code[2]);

    private static bool IsInwardLetter(char letter) => char.IsAsciiLetter(letter) && !"CIKMOV".Contains(letter, StringComparison.Ordinal);

    /// <summary>An area that there is, then 9, 99 (not beginning with nought) or 9A.</summary>
    private static bool IsOutward(string code)
    {
        var letters = code.AsSpan().IndexOfAnyInRange('0', '9');
        if (letters is not (1 or 2) || !PostcodeAreas.Contains(code[..letters]))
        {
            return false;
        }

        return code[letters..] switch
        {
            [_] => true,
            [var first, >= '0' and <= '9'] => first != '0',
            [_, var last] => (letters == 1 ? "ABCDEFGHJKPSTUW" : "ABEHMNPRVWXY").Contains(last, StringComparison.Ordinal),
            _ => false,
        };
    }

    private static IEnumerable<string> Mendings(string code)
    {
        var places = Enumerable.Range(0, code.Length).Where(i => code[i] is 'O' or '0' or 'I' or '1').ToArray();
        for (var choice = 1; choice < 1 << places.Length; choice++)
        {
            var letters = code.ToCharArray();
            for (var i = 0; i < places.Length; i++)
            {
                if ((choice & (1 << i)) != 0)
                {
                    letters[places[i]] = letters[places[i]] switch { 'O' => '0', '0' => 'O', 'I' => '1', _ => 'I' };
                }
            }

            yield return new string(letters);
        }
    }
}
