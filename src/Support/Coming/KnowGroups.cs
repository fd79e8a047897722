using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Standards.Organisations;

namespace Trellis.Support.Coming;

/// <summary>A group as a file names it, and which of the place it is.</summary>
/// <param name="Means">The group's id, or that its rows stay out; null where somebody has to say.</param>
/// <param name="Why">What speaks for it, where it was found and not chosen.</param>
/// <param name="Likely">Those that may be meant, with what speaks for each.</param>
internal sealed record GroupOfFile(AskedGroup Asked, int Rows, string? Means, string? Why, IReadOnlyList<(OrganisationSummary Group, string Why)> Likely)
{
    /// <summary>Found without a doubt: nobody has to look.</summary>
    public bool IsSure => Why is not null;
}

/// <summary>Finds the groups that a file names: by number, by name and postcode, or as somebody chose.</summary>
internal sealed class KnowGroups(Db db, Organisations organisations)
{
    private const int MostLikely = 5;

    /// <summary>Tells each row which groups are meant; returns each group of the rows once, with its answer.</summary>
    public async Task<IReadOnlyList<GroupOfFile>> Handle(Guid placeId, Choices said, IReadOnlyCollection<ComingRow> rows, CancellationToken stop)
    {
        var who = await organisations.Load(placeId, stop);
        var all = await db.AllOrganisations(placeId).AsNoTracking().ToDictionaryAsync(group => group.Id, stop);
        var asked = rows.SelectMany(row => row.Asked).GroupBy(group => group.Key).Select(same => Answer(same.First(), same.Count(), who, said, all)).ToList();
        var meant = asked.ToDictionary(group => group.Asked.Key, group => group.Means);
        foreach (var row in rows)
        {
            row.Decide(meant, all);
        }

        return [.. asked.OrderBy(group => group.Means is not null).ThenByDescending(group => group.Rows).ThenBy(group => group.Asked.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    private static GroupOfFile Answer(AskedGroup asked, int rows, WhoIsWho who, Choices said, Dictionary<Guid, OrganisationSummary> all)
    {
        var numbers = Numbers(asked.Number);
        var chosen = said.Groups.GetValueOrDefault(asked.Key);
        if (chosen == Choices.LeaveOut || (Guid.TryParse(chosen, out var id) && all.ContainsKey(id)))
        {
            return new(asked, rows, chosen, null, Likely());
        }

        return who.Find(asked.Name, numbers, asked.Postcode) is { } sure && all.TryGetValue(sure.OrganisationId, out var found)
            ? new(asked, rows, found.Id.ToString(), sure.Reason, [(found, sure.Reason)])
            : new(asked, rows, null, null, Likely());

        List<(OrganisationSummary, string)> Likely()
        {
            var likely = who.Likely(asked.Name, numbers, asked.Postcode, MostLikely).Where(match => all.ContainsKey(match.OrganisationId)).Select(match => (all[match.OrganisationId], match.Reason)).ToList();
            if (Guid.TryParse(chosen, out var own) && all.TryGetValue(own, out var group) && likely.TrueForAll(one => one.Item1.Id != own))
            {
                likely.Insert(0, (group, ""));
            }

            return likely;
        }
    }

    /// <summary>A column of numbers does not say of which register they are: six or seven figures are a charity's, eight a company's.</summary>
    private static List<string> Numbers(string? text) =>
        text is null ? [] : [.. new[] { OrgId.Parse(text).Value?.Value, OrgId.FromCharityNumber(text).Value?.Value, OrgId.FromCompanyNumber(text).Value?.Value }.OfType<string>().Distinct()];
}
