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
            if (who is not null && OtherSpelling(who, funder) is { } same)
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

    /// <summary>Trafford Council and Trafford Metropolitan Borough Council are one; only where the place knows the other spelling and not this one.</summary>
    internal static Match? OtherSpelling(WhoIsWho who, Mention funder)
    {
        if (who.Find(funder.Name, funder.Identifiers, funder.Postcode) is not null || Core(funder.Name) is not { } core)
        {
            return null;
        }

        return Endings.Select(ending => who.Find(core + ending, [], null)).FirstOrDefault(match => match is not null);
    }

    internal static string? Core(string name) => Endings
        .Where(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        .Select(ending => name[..^ending.Length]).FirstOrDefault();
}
