using System.Data.Common;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Groups.Intake;

/// <summary>Writes composed organisations with their names, identifiers and tags: many new ones at once, or one that changed.</summary>
internal sealed class OrganisationRows(DbConnection connection, Guid placeId, Postcodes postcodes, DateTimeOffset now)
{
    private static readonly string[] Columns =
    [
        "id", "place_id", "slug", "name", "kind", "legal_form", "status", "is_listed", "purpose", "cause", "reach", "website", "email", "telephone",
        "address", "postcode", "ward_code", "lsoa_code", "locality", "latitude_micro", "longitude_micro", "registered_on", "removed_on",
        "income_pence", "income_year", "size_band", "helps", "contact", "languages", "accessibility", "changed", "version",
    ];

    private static readonly string Change =
        "UPDATE groups_organisation SET version = version + 1, "
        + string.Join(", ", Columns[3..^1].Select(column => $"{column} = @{column}")) + " WHERE id = @id";

    /// <param name="made">Each new organisation with its id and address.</param>
    /// <param name="ownsCode">Whether the organisation is the one that has the identifier: two may claim the same.</param>
    /// <param name="stamp">The number of this change.</param>
    /// <param name="stop">Ends the writing.</param>
    public async Task Add(IReadOnlyList<(Guid Id, string Slug, Composed Composed)> made, Func<Guid, string, bool> ownsCode, long stamp, CancellationToken stop)
    {
        await using (var rows = await Bulk.Into(connection, "groups_organisation", Columns, stop))
        {
            foreach (var (id, slug, composed) in made)
            {
                rows.Add([id, placeId, slug, .. Values(composed), stamp, 0]);
            }

            await rows.Complete(stop);
        }

        await using (var names = await Bulk.Into(connection, "groups_name", ["id", "organisation_id", "text", "kind"], stop))
        {
            foreach (var (id, _, composed) in made)
            {
                foreach (var name in composed.Names)
                {
                    names.Add(Guid.CreateVersion7(now), id, name.Text, name.Kind.ToString());
                }
            }

            await names.Complete(stop);
        }

        await AddCodes(made, ownsCode, stop);
    }

    public async Task Update(Guid id, Composed composed, long stamp, CancellationToken stop)
    {
        await connection.Execute(Change, stop, [("id", id), .. Columns[3..^2].Zip(Values(composed)), ("changed", stamp)]);
        await connection.Execute("DELETE FROM groups_name WHERE organisation_id = @id", stop, ("id", id));
        await connection.Execute("DELETE FROM groups_identifier WHERE organisation_id = @id", stop, ("id", id));
        await connection.Execute("DELETE FROM groups_tag WHERE organisation_id = @id", stop, ("id", id));
        foreach (var name in composed.Names)
        {
            await connection.Execute(
                "INSERT INTO groups_name (id, organisation_id, text, kind) VALUES (@new, @id, @text, @kind)", stop,
                ("new", Guid.CreateVersion7(now)), ("id", id), ("text", name.Text), ("kind", name.Kind.ToString()));
        }

        foreach (var (code, _) in composed.Identifiers)
        {
            await connection.Execute(
                "INSERT INTO groups_identifier (place_id, code, organisation_id) VALUES (@place, @code, @id) ON CONFLICT (place_id, code) DO NOTHING", stop,
                ("place", placeId), ("code", code), ("id", id));
        }

        foreach (var tag in composed.Tags)
        {
            await connection.Execute("INSERT INTO groups_tag (organisation_id, code) VALUES (@id, @code)", stop, ("id", id), ("code", tag));
        }
    }

    private async Task AddCodes(IReadOnlyList<(Guid Id, string Slug, Composed Composed)> made, Func<Guid, string, bool> ownsCode, CancellationToken stop)
    {
        await using (var identifiers = await Bulk.Into(connection, "groups_identifier", ["place_id", "code", "organisation_id"], stop))
        {
            foreach (var (id, _, composed) in made)
            {
                foreach (var (code, _) in composed.Identifiers.Where(pair => ownsCode(id, pair.Code)))
                {
                    identifiers.Add(placeId, code, id);
                }
            }

            await identifiers.Complete(stop);
        }

        await using var tags = await Bulk.Into(connection, "groups_tag", ["organisation_id", "code"], stop);
        foreach (var (id, _, composed) in made)
        {
            foreach (var tag in composed.Tags)
            {
                tags.Add(id, tag);
            }
        }

        await tags.Complete(stop);
    }

    private static string? District(string? postcode) => postcode is null ? null : Weigh.District(postcode);

    /// <summary>In the order of the columns from name to accessibility.</summary>
    private object?[] Values(Composed composed)
    {
        var spot = postcodes.Find(composed.Postcode);
        var ward = spot?.WardCode ?? composed.WardCode;
        var shown = composed.MayBeHome ? null : spot;
        return
        [
            composed.Name, composed.Kind.ToString(), composed.LegalForm, composed.Status.ToString(), composed.IsListed, composed.Purpose, composed.Cause,
            composed.Reach?.ToString(), composed.Website, composed.Email, composed.Telephone, composed.Address,
            composed.MayBeHome ? District(composed.Postcode) : composed.Postcode,
            ward, spot?.LsoaCode, spot?.Locality ?? postcodes.LocalityOf(ward), shown?.LatitudeMicro, shown?.LongitudeMicro,
            composed.RegisteredOn, composed.RemovedOn, composed.IncomePence, composed.IncomeYear, composed.SizeBand.ToString(),
            composed.Helps, composed.Contact, composed.Languages, composed.Accessibility,
        ];
    }
}
