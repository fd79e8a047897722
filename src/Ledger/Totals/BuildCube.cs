using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Ledger.Totals;

/// <summary>Reads a place's accounts, and who and what they are about, into a cube.</summary>
internal sealed class BuildCube(Db db)
{
    public async Task<Cube> For(Guid placeId, CancellationToken stop)
    {
        // Accounts first: what they point to is then read later, and so there.
        var accounts = await db.Accounts(placeId).AsNoTracking().Where(account => account.RowCount != 0 || account.Pence != 0).OrderBy(account => account.Id).ToListAsync(stop);
        var funders = await db.Set<Funder>().AsNoTracking().Where(funder => funder.PlaceId == placeId).OrderBy(funder => funder.Id).ToListAsync(stop);
        var recipients = await db.Recipients(placeId).AsNoTracking().OrderBy(recipient => recipient.Id).ToListAsync(stop);
        var programmes = await db.Set<Programme>().AsNoTracking().Where(programme => programme.PlaceId == placeId).OrderBy(programme => programme.Id).ToListAsync(stop);
        var known = await Known(placeId, stop);
        var wards = await db.Areas(placeId).AsNoTracking().Where(area => area.Kind == AreaKind.Ward).OrderBy(area => area.Name)
            .Select(area => new WardPart(area.Code, area.Name, area.Slug)).ToListAsync(stop);

        var parts = Parts(funders, recipients, programmes, wards, known);
        var lines = accounts.ConvertAll(account => LineOf(account, parts));
        lines.AddRange(PassedOn.Lines(lines, parts));
        return new(parts, [.. lines]) { LatestWholeYear = await LatestWholeYear(lines, stop) };
    }

    /// <summary>The year before the one in which the latest row falls: of that one more may come.</summary>
    private async Task<FinancialYear?> LatestWholeYear(List<Line> lines, CancellationToken stop)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        var paid = await db.Set<Payment>().Where(payment => payment.GoneOn == null).MaxAsync(payment => (DateOnly?)payment.PaidOn, stop);
        var awarded = await db.Set<Grant>().Where(grant => grant.GoneOn == null).MaxAsync(grant => (DateOnly?)grant.AwardedOn, stop);
        var latest = paid > awarded || awarded is null ? paid : awarded;
        return latest is null ? null : FinancialYear.Of(latest.Value) is var year && latest.Value == year.Last ? year : new(year.Start - 1);
    }

    private async Task<Dictionary<Guid, OrganisationSummary>> Known(Guid placeId, CancellationToken stop)
    {
        var paid = db.Recipients(placeId).Select(recipient => recipient.OrganisationId);
        var paying = db.Set<Funder>().Where(funder => funder.PlaceId == placeId).Select(funder => funder.OrganisationId);
        return await paid.Union(paying).Join(db.AllOrganisations(placeId), id => id, organisation => organisation.Id, (id, organisation) => organisation) // few are looked up; the place is not gone through
            .ToDictionaryAsync(organisation => organisation.Id, stop);
    }

    private static CubeParts Parts(
        List<Funder> funders, List<Recipient> recipients, List<Programme> programmes, List<WardPart> wards, Dictionary<Guid, OrganisationSummary> known)
    {
        var (funderParts, funderAt) = Merge(
            funders, funder => funder.Id, funder => funder.OrganisationId,
            funder => new PartyFunder(funder.Id, Name(funder.OrganisationId, known) ?? funder.Name, funder.OrganisationId, Slug(funder.OrganisationId, known)));
        var (recipientParts, recipientAt) = Merge(recipients, recipient => recipient.Id, recipient => recipient.OrganisationId, recipient => PartyOf(recipient, known));
        return new(
            funderParts,
            recipientParts,
            [new(0, MoneyKind.Grants, "", null), .. programmes.Select(programme => new ProgrammePart(programme.Id, programme.Kind, programme.Label, programme.Code))],
            [new("", "", null), .. wards])
        {
            FunderById = funderAt,
            RecipientById = recipientAt,
        };
    }

    /// <summary>Makes one part of all rows that mean one organisation.</summary>
    private static (List<TPart> Parts, Dictionary<int, int> Positions) Merge<TRow, TPart>(
        List<TRow> rows, Func<TRow, int> id, Func<TRow, Guid?> organisation, Func<TRow, TPart> make)
    {
        List<TPart> parts = [];
        var positions = new Dictionary<int, int>(rows.Count);
        var byOrganisation = new Dictionary<Guid, int>();
        foreach (var row in rows)
        {
            var (joined, at) = organisation(row) is { } organisationId
                ? (byOrganisation.TryAdd(organisationId, parts.Count), byOrganisation[organisationId])
                : (true, parts.Count);
            if (joined)
            {
                parts.Add(make(row));
            }

            positions[id(row)] = at;
        }

        return (parts, positions);
    }

    private static Party PartyOf(Recipient recipient, Dictionary<Guid, OrganisationSummary> known)
    {
        var organisation = recipient.OrganisationId is { } id ? known.GetValueOrDefault(id) : null;
        var standing = recipient.IsRedacted ? Standing.Redacted
            : organisation is null ? Standing.Unmatched
            : organisation.Kind is OrganisationKind.Company or OrganisationKind.School or OrganisationKind.PublicBody ? Standing.OtherBody
            : Standing.Group;
        return new(recipient.Id, organisation?.Name ?? recipient.Name, organisation?.Id, organisation?.Slug, organisation?.Kind, standing, organisation?.WardCode);
    }

    private static string? Name(Guid? id, Dictionary<Guid, OrganisationSummary> known) => id is null ? null : known.GetValueOrDefault(id.Value)?.Name;

    private static string? Slug(Guid? id, Dictionary<Guid, OrganisationSummary> known) => id is null ? null : known.GetValueOrDefault(id.Value)?.Slug;

    /// <summary>A grant that says for which ward it is belongs there; all other money belongs where its recipient is.</summary>
    private static Line LineOf(Account account, CubeParts parts)
    {
        var recipient = parts.RecipientById[account.RecipientId];
        var party = parts.Recipients[recipient];
        var ward = parts.WardByCode.TryGetValue(account.AreaCode, out var stated) && account.AreaCode.Length > 0
            ? stated
            : parts.WardByCode.GetValueOrDefault(party.WardCode ?? "");
        return new(
            account.Id, account.Kind, account.Year, parts.FunderById[account.FunderId], recipient, parts.ProgrammeById[account.ProgrammeId], ward, party.Standing,
            account.RowCount, account.Pence);
    }
}
