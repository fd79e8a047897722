namespace Trellis.Groups.Matching;

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
        else if (Contacts.MailDomain(asked.Email) is { } domain && domain == known.Host)
        {
            Add(20, $"The same domain in the e-mail address, {domain}.");
        }

        if (Contacts.Telephone(asked.Telephone) is { } telephone && telephone == known.Telephone)
        {
            Add(20, "The same telephone number.");
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

        return new(known.Id, Math.Clamp(score, 0, like.IsPart ? Lines.High - 1 : 99), like.By, reason); // neighbours share all but their names
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
