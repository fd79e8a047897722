using System.Data.Common;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Bench;

/// <summary>Writes the country's charities as their importers would: an organisation, its names and number, and what each source said.</summary>
internal static class CountryGroups
{
    public const string Code = "generated";
    private static readonly DateTimeOffset When = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task Write(DbConnection connection, IReadOnlyList<Charity> charities)
    {
        var place = Guid.CreateVersion7(When);
        await connection.Execute(
            "INSERT INTO platform_place (id, code, name, slug, is_demo, version) VALUES (@id, @code, 'Generated country', 'generated-country', @yes, 0)",
            default, ("id", place), ("code", Code), ("yes", true));
        var main = await Source(connection, place, "generated", "Generated: classes and scales of charities, main names made", "charity-register");
        var own = await Source(connection, place, "generated-other-names", "Other names of active charities, as their register has them", "charity-other-names");
        var handedOut = await Source(connection, place, "generated-handed-out", "Generated: names of charities no longer active, handed out", "charity-other-names");
        var chance = new Random(20261101);
        var wards = await CountryAreas.Write(connection, place, chance);
        var number = await Stamps.Raise(connection, "groups", default);
        await Organisations(connection, place, charities, wards, number, chance);
        await Names(connection, charities);
        await Numbers(connection, place, charities);
        await Records(connection, main, name => name.IsHandedOut ? handedOut : own, charities);
    }

    private static async Task<Guid> Source(DbConnection connection, Guid place, string key, string title, string format)
    {
        var id = Guid.CreateVersion7(When);
        await connection.Execute(
            """
            INSERT INTO platform_source (id, place_id, key, title, publisher, licence, attribution, format, file_name, sha256, fetched_at, version)
            VALUES (@id, @place, @key, @title, 'Trellis', 'for measuring only', 'Generated for measuring; not facts.', @format, '', 'generated', @now, 0)
            """, default, ("id", id), ("place", place), ("key", key), ("title", title), ("format", format), ("now", When.UtcDateTime));
        return id;
    }

    private static async Task Organisations(DbConnection connection, Guid place, IReadOnlyList<Charity> charities, CountryWard[] wards, long number, Random chance)
    {
        await using var rows = await Bulk.Into(
            connection, "groups_organisation",
            [
                "id", "place_id", "slug", "name", "kind", "legal_form", "status", "is_listed", "cause", "reach", "postcode", "ward_code", "latitude_micro", "longitude_micro",
                "size_band", "changed", "version",
            ], default);
        string[] forms = ["Charitable incorporated organisation", "Charitable company", "Trust", "Unincorporated association"];
        foreach (var charity in charities)
        {
            var (code, district, middle) = wards[chance.Next(wards.Length)];
            rows.Add(
                charity.Id, place, "generated-" + charity.Number, charity.Name, nameof(OrganisationKind.Charity), forms[chance.Next(forms.Length)], nameof(Status.Active), true, charity.Cause,
                charity.Reach?.ToString(), $"{district} {chance.Next(1, 10)}AA", code, middle.LatitudeMicro + chance.Next(-9000, 9000), middle.LongitudeMicro + chance.Next(-9000, 9000),
                ((SizeBand)chance.Next(6)).ToString(), number, 0);
        }

        await rows.Complete(default);
    }

    private static async Task Names(DbConnection connection, IReadOnlyList<Charity> charities)
    {
        await using var names = await Bulk.Into(connection, "groups_name", ["id", "organisation_id", "text", "kind"], default);
        foreach (var charity in charities)
        {
            names.Add(Guid.CreateVersion7(), charity.Id, charity.Name, nameof(NameKind.Current));
            foreach (var other in charity.Names)
            {
                names.Add(Guid.CreateVersion7(), charity.Id, other.Text, other.Kind.ToString());
            }
        }

        await names.Complete(default);
    }

    private static async Task Numbers(DbConnection connection, Guid place, IReadOnlyList<Charity> charities)
    {
        await using var identifiers = await Bulk.Into(connection, "groups_identifier", ["place_id", "code", "organisation_id"], default);
        foreach (var charity in charities)
        {
            identifiers.Add(place, charity.Number, charity.Id);
        }

        await identifiers.Complete(default);
    }

    /// <summary>The register says one thing about each charity, and the list of other names one about each name.</summary>
    private static async Task Records(DbConnection connection, Guid main, Func<CountryName, Guid> source, IReadOnlyList<Charity> charities)
    {
        await using var records = await Bulk.Into(
            connection, "groups_source_record", ["id", "source_id", "key", "organisation_id", "said", "raw", "row", "content", "first_import_id", "last_import_id", "version"], default);
        var row = 1L;
        foreach (var charity in charities)
        {
            Add(main, charity.Number, charity, new() { Name = charity.Name, Identifiers = [charity.Number], Cause = charity.Cause, Kind = OrganisationKind.Charity, Reach = charity.Reach });
            foreach (var (at, name) in charity.Names.Index())
            {
                Add(source(name), $"{charity.Number} {at}", charity, new() { OtherNames = [new(name.Text, name.Kind)], Identifiers = [charity.Number] });
            }
        }

        await records.Complete(default);

        void Add(Guid teller, string key, Charity charity, Statement said) =>
            records.Add(Guid.CreateVersion7(), teller, key, charity.Id, said.ToJson(), "{}", ++row, 0L, Guid.Empty, Guid.Empty, 0);
    }
}
