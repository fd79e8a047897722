using Trellis.Groups.Contract;
using Trellis.Platform.Exchange;

namespace Trellis.Ledger.Coming;

/// <summary>Makes those who give and pay known to the place, and knows a council again under the other ways to write its name.</summary>
internal static class Payers
{
    private static readonly string[] Endings =
    [
        " metropolitan borough council", " borough council", " city council", " county council", " district council", " mbc", " council",
    ];

    /// <summary>Joins funders and recipients, by their keys in the book, to organisations; those that nobody knows become known.</summary>
    public static async Task Join(
        Organisations organisations, ImportRun run, OpenBook book, IReadOnlyDictionary<string, Mention> funders, IReadOnlyDictionary<string, Mention> recipients, CancellationToken stop)
    {
        var mentions = new Dictionary<string, Mention>(recipients);
        var known = new Dictionary<string, Match>();
        var who = funders.Values.Any(funder => Core(funder.Name) is not null) ? await organisations.Load(run, stop) : null;
        foreach (var (key, funder) in funders)
        {
            if (who is not null && OtherSpelling(who, funder.Name, funder.Identifiers) is { } same)
            {
                known[key] = same;
            }
            else
            {
                mentions[key] = funder;
            }
        }

        await book.JoinFunders(run.Connection, known, stop);
        var matches = await organisations.MakeKnown(run, mentions.Values, stop);
        await book.JoinFunders(run.Connection, matches, stop);
        await book.JoinRecipients(run.Connection, matches, stop);
    }

    /// <summary>The funder by its own name or number, or else by another spelling.</summary>
    public static Match? AnySpelling(WhoIsWho who, string name, IReadOnlyList<string> identifiers) => who.Find(name, identifiers, null) ?? OtherSpelling(who, name, identifiers);

    /// <summary>
    /// Trafford Council and Trafford Metropolitan Borough Council are one; only where the place knows the other spelling and not this one, and the other spellings
    /// mean one council: of a city and a county of one name, either may be meant.
    /// </summary>
    internal static Match? OtherSpelling(WhoIsWho who, string name, IReadOnlyList<string> identifiers)
    {
        if (who.Find(name, identifiers, null) is not null || Core(name) is not { } core)
        {
            return null;
        }

        return Endings.Select(ending => who.Find(core + ending, [], null)).OfType<Match>().DistinctBy(match => match.OrganisationId).Take(2).ToList() is [var only] ? only : null;
    }

    internal static string? Core(string name) => Endings
        .Where(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        .Select(ending => name[..^ending.Length]).FirstOrDefault();
}
