using System.Data.Common;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Matching;

/// <summary>Reads a place's organisations into memory for matching.</summary>
internal static class LoadKnown
{
    public static async Task<Known> From(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var count = await connection.Value<long>("SELECT count(*) FROM groups_organisation WHERE place_id = @place AND merged_into_id IS NULL", stop, ("place", placeId));
        var known = new Known((int)(count + (count / 3))); // some have another name
        await ReadOrganisations(connection, placeId, known, stop);
        await connection.Each(
            """
            SELECT name.organisation_id, name.text, name.kind FROM groups_name name
            JOIN groups_organisation organisation ON organisation.id = name.organisation_id
            WHERE organisation.place_id = @place AND organisation.merged_into_id IS NULL AND name.kind <> 'Current'
            """,
            row => known.AddName(row.GetGuid(0), row.GetString(1), Enum.Parse<NameKind>(row.GetString(2))), stop, ("place", placeId));
        await connection.Each(
            """
            SELECT identifier.organisation_id, identifier.code FROM groups_identifier identifier
            JOIN groups_organisation organisation ON organisation.id = identifier.organisation_id
            WHERE identifier.place_id = @place AND organisation.merged_into_id IS NULL
            """,
            row => known.AddIdentifier(row.GetGuid(0), row.GetString(1)), stop, ("place", placeId));
        return known;
    }

    private static Task ReadOrganisations(DbConnection connection, Guid placeId, Known known, CancellationToken stop) =>
        connection.Each(
            """
            SELECT organisation.id, organisation.name, organisation.postcode, organisation.website, organisation.email, organisation.telephone, organisation.legal_form
            FROM groups_organisation organisation WHERE organisation.place_id = @place AND organisation.merged_into_id IS NULL
            """,
            row =>
            {
                var id = row.GetGuid(0);
                known.Add(new(
                    id, row.GetString(1), row.Text(2), Contacts.Host(row.Text(3)) ?? Contacts.MailDomain(row.Text(4)), Contacts.Telephone(row.Text(5)), IsNeverACompany(row.Text(6))));
                known.AddName(id, row.GetString(1), NameKind.Current);
            },
            stop, ("place", placeId));

    public static bool IsNeverACompany(string? legalForm) => legalForm is LegalForms.Trust or LegalForms.Incorporated or LegalForms.Unincorporated;

    private static async Task Each(
        this DbConnection connection, string sql, Action<DbDataReader> read, CancellationToken stop, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            read(rows);
        }
    }
}
