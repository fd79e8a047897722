using System.Collections.Frozen;
using System.Text;

namespace Trellis.Groups.Record;

/// <summary>A name fit to be read: one that a register shouts in capitals is put into title case; any other stays as it is, but for stray spaces.</summary>
internal static class ShownName
{
    private static readonly FrozenSet<string> Small = new[] { "of", "and", "the", "for", "in", "on", "at", "to", "by", "with", "a", "an", "from", "or", "upon", "de", "la", "le", "al", "with", "icw", "cum" }.ToFrozenSet();

    private static readonly FrozenSet<string> Capitals = new[]
    {
        "UK", "CIC", "CIO", "SCIO", "PLC", "LLP", "PTA", "PTFA", "PSA", "FC", "AFC", "RFC", "RUFC", "CC", "ARLFC", "JFC", "YMCA", "YWCA", "WI", "NHS", "MBC",
        "BME", "BAME", "LGBT", "LGBTQ", "LGBTQ+", "RSPCA", "NSPCC", "RNLI", "RSPB", "RAF", "RAFA", "MIND", "USA", "EU", "GB", "BBC", "HIV", "AIDS", "ADHD", "MS", "ME",
        "U3A", "C.I.C.", "P.T.A.", "C.I.O.", "SEN", "SEND", "WRVS", "RVS", "CAB", "TLC", "UKIM", "ROC", "IT", "ICT", "PCC", "CE", "RC", "HM", "TS", "ATC", "ACF", "MP", "JCC", "TDAS",
        "VCSE", "CVS", "VCS", "GM", "GMCVO", "BID", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII",
    }.ToFrozenSet();

    private static readonly string[] Spaced = ["( ", "(", " )", ")", " ,", ","];

    public static string From(string name)
    {
        var tidy = Tidy(name);
        return tidy.Any(char.IsLower) || !tidy.Any(char.IsUpper) || !tidy.Contains(' ') && tidy.Length < 8 ? tidy : TitleCase(tidy);
    }

    private static string TitleCase(string name)
    {
        var words = name.Split(' ');
        var text = new StringBuilder(name.Length);
        for (var at = 0; at < words.Length; at++)
        {
            var opens = at == 0 || words[at - 1] is "-" or "–" || words[at - 1][^1] is ':' or '.';
            text.Append(at == 0 ? "" : " ").Append(Word(words[at], opens));
        }

        return text.ToString();
    }

    private static string Word(string word, bool opens)
    {
        var bare = word.Trim('(', ')', ',', ';', ':', '"', '\'', '.');
        if (Capitals.Contains(word.Trim('(', ')', ',')) || Capitals.Contains(bare) || IsInitials(bare))
        {
            return word;
        }

        if (!opens && word[0] != '(' && Small.Contains(bare.ToLowerInvariant()))
        {
            return word.ToLowerInvariant();
        }

        return Parts(word);
    }

    /// <summary>B.D.Y.C. and TSBF are letters to be said one by one: dots between them, or no vowel to speak them with.</summary>
    private static bool IsInitials(string bare) =>
        bare.Length is > 1 and <= 5 && bare.All(char.IsUpper) && !bare.Any(sign => "AEIOUY".Contains(sign, StringComparison.Ordinal)) && bare is not ("ST" or "DR" or "MR" or "MRS" or "LTD" or "REV" or "SS" or "STS" or "ND" or "RD" or "TH")
        || (bare.Length > 2 && bare.Contains('.') && bare.Split('.').All(part => part.Length <= 1));

    /// <summary>A capital after each sign that begins a part (hyphen, bracket, slash), after O' and Mc; small after the apostrophe of a genitive.</summary>
    private static string Parts(string word)
    {
        var text = new StringBuilder(word.ToLowerInvariant());
        var begins = true;
        for (var at = 0; at < text.Length; at++)
        {
            var isApostrophe = at > 0 && text[at - 1] is '\'' or '’';
            if (begins && char.IsLetter(text[at]) || isApostrophe && at == 2 && text.Length > 4 && text[0] is 'O' or 'D')
            {
                text[at] = char.ToUpperInvariant(text[at]);
            }

            begins = text[at] is '-' or '(' or '/' or '"' or '&' or '.' or '+' || (at == 0 && text[at] is '\'' or '‘' or '“');
        }

        if (text.Length > 3 && text[0] == 'M' && text[1] == 'c')
        {
            text[2] = char.ToUpperInvariant(text[2]);
        }

        return text.ToString();
    }

    private static string Tidy(string name)
    {
        var tidy = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var at = 0; at < Spaced.Length; at += 2)
        {
            tidy = tidy.Replace(Spaced[at], Spaced[at + 1], StringComparison.Ordinal);
        }

        return tidy;
    }
}
