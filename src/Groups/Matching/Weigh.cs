using Trellis.Groups.Contract;
using Trellis.Groups.Record;

namespace Trellis.Groups.Matching;

/// <summary>How like the names are, before anything else is looked at.</summary>
internal sealed record NameLike(int Points, MatchedBy By, string Reason)
{
    /// <param name="kind">Which of its names it is.</param>
    /// <param name="text">The name as it is known.</param>
    /// <param name="isOnlyOne">No other organisation of the place has the name.</param>
    /// <param name="words">How many words the clean name has: one word alone tells little.</param>
    public static NameLike Same(NameKind kind, string text, bool isOnlyOne, int words) => new(
        (kind == NameKind.Current ? 70 : 67) + (isOnlyOne ? 15 : 0) - (words == 1 ? 15 : 0),
        kind == NameKind.Current ? MatchedBy.Name : MatchedBy.OtherName,
        (kind switch
        {
            NameKind.Current => "The same name",
            NameKind.Working => $"The same as its working name, {text}",
            NameKind.Former => $"The same as its former name, {text}",
            _ => $"The same as a name it has in another list, {text}",
        }) + (isOnlyOne ? ", which no other here has." : ", which others here have too."));

    public static NameLike Loose(NameKind kind, string text, bool isOnlyOne, int words) => new(
        (kind == NameKind.Current ? 55 : 52) + (isOnlyOne ? 15 : 0) - (words == 1 ? 15 : 0),
        kind == NameKind.Current ? MatchedBy.Name : MatchedBy.OtherName,
        $"Nearly the same name, {text}: only small words, plurals or the order differ.");

    public static NameLike Partly(int overlap, string text) => new(overlap / 2, MatchedBy.Name, $"A like name, {text}.");
}

/// <summary>Adds up what speaks for and against two names meaning the same body.</summary>
internal static class Weigh
{
    public static Candidate Up(Asked asked, KnownOrganisation known, NameLike like)
    {
        var score = like.Points;
        var reason = like.Reason;
        void Add(int points, string why) => (score, reason) = (score + points, reason + " " + why);

        Place(asked.Postcode, known.Postcode, Add);
        if (Contacts.Host(asked.Website) is { } host && host == known.Host)
        {
            Add(25, $"The same website, {host}.");
        }

        if (Contacts.Telephone(asked.Telephone) is { } telephone && telephone == known.Telephone)
        {
            Add(20, "The same telephone number.");
        }

        if (Contacts.MailDomain(asked.Email) is { } domain && domain == known.Host)
        {
            Add(20, $"The same domain in the e-mail address, {domain}.");
        }

        if (known.NeverACompany && SaysCompany(asked.Name))
        {
            Add(-20, "But the name says it is a company, and this is none.");
        }

        if (known.CharityNumber is { } number && asked.Identifiers.FirstOrDefault(code => code.StartsWith("GB-CHC-", StringComparison.Ordinal)) is { } other && other != number)
        {
            Add(-20, "But they have two different charity numbers.");
            score = Math.Min(score, Lines.High - 1); // a new registration of the same people is still another charity, until somebody says so
        }

        return new(known.Id, Math.Clamp(score, 0, 99), like.By, reason);
    }

    private static void Place(string? asked, string? known, Action<int, string> add)
    {
        if (asked is null || known is null)
        {
            return;
        }

        if (asked == known)
        {
            add(25, $"The same postcode, {known}.");
        }
        else if (District(asked) == District(known))
        {
            add(10, $"The same postcode district, {District(known)}.");
        }
        else if (Area(asked) != Area(known))
        {
            add(-20, $"But far apart: {District(asked)} and {District(known)}.");
        }
    }

    /// <summary>M33 of M33 2RP.</summary>
    public static string District(string postcode) => postcode.Split(' ')[0];

    private static string Area(string postcode) => string.Concat(postcode.TakeWhile(char.IsAsciiLetter));

    private static bool SaysCompany(string name) =>
        name.EndsWith(" ltd", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" limited", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(" ltd.", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" plc", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(" llp", StringComparison.OrdinalIgnoreCase);
}
