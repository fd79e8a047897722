using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Ledger.Totals;

/// <summary>Reads a place's accounts, and who and what they are about, into a cube. A place can have hundreds of thousands of them: they are read without the mapper.</summary>
internal sealed class BuildCube(Db db, Database database, TimeProvider clock)
{
    private const string AllAccounts =
        "SELECT id, CASE kind WHEN 'Grants' THEN 0 ELSE 1 END, year, funder_id, recipient_id, programme_id, area_code, row_count, pence FROM ledger_account WHERE place_id = @place AND (row_count <> 0 OR pence <> 0) ORDER BY id";

    /// <summary>An account as it is kept.</summary>
    private readonly record struct Kept(int Id, MoneyKind Kind, int Year, int Funder, int Recipient, int Programme, string Area, int Rows, long Pence);

    /// <summary>Who got money as a file names them, with the organisation that is meant, where it is known.</summary>
    private sealed record RecipientRow(int Id, string Name, Guid? Means, bool IsRedacted, string? Slug, OrganisationKind? Kind, string? WardCode);

    public async Task<Cube> For(Guid placeId, CancellationToken stop)
    {
        // Accounts first: what they point to is then read later, and so there.
        var accounts = await Accounts(placeId, stop);
        var wards = await db.Areas(placeId).AsNoTracking().Where(area => area.Kind == AreaKind.Ward).OrderBy(area => area.Name)
            .Select(area => new WardPart(area.Code, area.Name, area.Slug)).ToListAsync(stop);
        var (funders, funderAt) = await Funders(placeId, stop);
        var (recipients, recipientAt) = await Recipients(placeId, wards, stop);
        var programmes = await db.Set<Programme>().AsNoTracking().Where(programme => programme.PlaceId == placeId).OrderBy(programme => programme.Id)
            .Select(programme => new ProgrammePart(programme.Id, programme.Kind, programme.Label, programme.Code)).ToListAsync(stop);

        var parts = new CubeParts(funders, recipients, [new(0, MoneyKind.Grants, "", null), .. programmes], [new("", "", null), .. wards])
        {
            FunderById = funderAt,
            RecipientById = recipientAt,
        };
        var lines = accounts.ConvertAll(account => LineOf(account, parts));
        lines.AddRange(PassedOn.Lines(lines, parts));
        return new(parts, lines) { LatestWholeYear = await LatestWholeYear(placeId, lines, stop) };
    }

    private async Task<List<Kept>> Accounts(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await connection.Query(
            AllAccounts,
            row => new Kept(row.GetInt32(0), (MoneyKind)row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetString(6), row.GetInt32(7), row.GetInt64(8)),
            stop,
            ("place", placeId));
    }

    /// <summary>
    /// The year before the one in which the place's latest row falls: of that one more may come. A day that is still to come tells nothing: it is most often a typing error.
    /// Null where the files say nothing of that year.
    /// </summary>
    private async Task<FinancialYear?> LatestWholeYear(Guid placeId, List<Line> lines, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var paid = await (
            from payment in db.Set<Payment>()
            where payment.GoneOn == null && payment.PaidOn <= today
            join account in db.Accounts(placeId) on payment.AccountId equals account.Id
            orderby payment.PaidOn descending
            select (DateOnly?)payment.PaidOn).FirstOrDefaultAsync(stop);
        var awarded = await (
            from grant in db.Set<Grant>()
            where grant.GoneOn == null && grant.AwardedOn <= today && grant.PlaceId == placeId
            orderby grant.AwardedOn descending
            select (DateOnly?)grant.AwardedOn).FirstOrDefaultAsync(stop);
        if ((paid > awarded || awarded is null ? paid : awarded) is not { } latest)
        {
            return null;
        }

        var year = FinancialYear.Of(latest) is var current && latest == current.Last ? current : new(current.Start - 1);
        return lines.Exists(line => line.Year == year.Start) ? year : null;
    }

    private async Task<(List<FunderPart> Parts, Dictionary<int, int> Positions)> Funders(Guid placeId, CancellationToken stop)
    {
        var funders = await (
            from funder in db.Set<Funder>().Where(funder => funder.PlaceId == placeId)
            join organisation in db.AllOrganisations(placeId) on funder.OrganisationId equals organisation.Id into known
            from organisation in known.DefaultIfEmpty()
            orderby funder.Id
            select new { funder.Id, Name = (string?)organisation.Name ?? funder.Name, funder.OrganisationId, Slug = (string?)organisation.Slug }).ToListAsync(stop);
        return Merge(funders, funder => funder.Id, funder => funder.OrganisationId, funder => new FunderPart(funder.Id, funder.Name, funder.OrganisationId, funder.Slug));
    }

    private async Task<(List<RecipientPart> Parts, Dictionary<int, int> Positions)> Recipients(Guid placeId, List<WardPart> wards, CancellationToken stop)
    {
        var codes = wards.ToDictionary(ward => ward.Code, ward => ward.Code);
        var rows = (
            from recipient in db.Recipients(placeId)
            join organisation in db.AllOrganisations(placeId) on recipient.OrganisationId equals organisation.Id into known
            from organisation in known.DefaultIfEmpty()
            select new
            {
                recipient.Id,
                recipient.Name,
                recipient.OrganisationId,
                recipient.IsRedacted,
                Known = (string?)organisation.Name,
                Slug = (string?)organisation.Slug,
                Kind = (OrganisationKind?)organisation.Kind,
                Ward = organisation.WardCode,
            }).AsAsyncEnumerable();
        var recipients = new List<RecipientRow>();
        await foreach (var row in rows.WithCancellation(stop))
        {
            var ward = row.Ward is null ? null : codes.GetValueOrDefault(row.Ward, row.Ward); // one text for all in the ward
            recipients.Add(new(row.Id, row.Known ?? row.Name, row.OrganisationId, row.IsRedacted, row.Slug, row.Kind, ward));
        }

        recipients.Sort((one, other) => one.Id.CompareTo(other.Id)); // quicker here than in the database
        return Merge(recipients, recipient => recipient.Id, recipient => recipient.Means, PartOf);
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

    private static RecipientPart PartOf(RecipientRow recipient)
    {
        var standing = recipient.IsRedacted ? Standing.Redacted
            : recipient.Kind is null ? Standing.Unmatched
            : recipient.Kind is OrganisationKind.Company or OrganisationKind.School or OrganisationKind.PublicBody ? Standing.OtherBody
            : Standing.Group;
        return new(recipient.Id, recipient.Name, recipient.Kind is null ? null : recipient.Means, recipient.Slug, recipient.Kind, standing, recipient.WardCode);
    }

    /// <summary>A grant that says for which ward it is belongs there; all other money belongs where its recipient is.</summary>
    private static Line LineOf(Kept account, CubeParts parts)
    {
        var recipient = parts.RecipientById[account.Recipient];
        var party = parts.Recipients[recipient];
        var ward = parts.WardByCode.TryGetValue(account.Area, out var stated) && account.Area.Length > 0
            ? stated
            : parts.WardByCode.GetValueOrDefault(party.WardCode ?? "");
        return new(
            account.Id, account.Kind, account.Year, parts.FunderById[account.Funder], recipient, parts.ProgrammeById[account.Programme], ward, party.Standing,
            account.Rows, account.Pence);
    }
}
