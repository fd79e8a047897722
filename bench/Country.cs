using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Bench;

/// <summary>
/// A place the size of a country: every active charity of the real class list with its class and scale, under its real other names; where none is
/// published, under a name made of parts of real names. Seeded, and marked as generated in its source and place.
/// </summary>
internal static class Country
{
    public const int Wards = 400;
    private const string Fingerprint = "generated";

    public static async Task<int> Run(string[] args)
    {
        if (Option(args, "--files") is not { } files || !Directory.Exists(files))
        {
            Console.WriteLine("Say where the real files are: country --data DIR --files DIR (charities/icnptso-active.csv.gz, charities/lookups, charities/ccew).");
            return 2;
        }

        var folder = Directory.CreateDirectory(Option(args, "--data") ?? Path.Combine(Path.GetTempPath(), "trellis-country")).FullName;
        var file = Path.Combine(folder, "trellis.db");
        File.Delete(file);
        using var database = new Database($"Data Source={file}");
        await Schema.Upgrade(database, App.Site.Modules, TimeProvider.System, default);
        var watch = Stopwatch.StartNew();
        var charities = CountryFiles.Read(files);
        Console.WriteLine($"{charities.Count:N0} charities with {charities.Sum(charity => charity.Names.Count + 1):N0} names read in {watch.Elapsed.TotalSeconds:0.0} s");
        await using var connection = await database.Open(default);
        await using var transaction = await connection.BeginTransactionAsync();
        await Fill(connection, charities);
        await transaction.CommitAsync();
        Console.WriteLine($"{file} written in {watch.Elapsed.TotalSeconds:0.0} s");
        return 0;
    }

    public static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static async Task Fill(DbConnection connection, IReadOnlyList<CountryFiles.Charity> charities)
    {
        var now = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        var (place, source) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await connection.Execute(
            "INSERT INTO platform_place (id, code, name, slug, is_demo, version) VALUES (@id, 'generated', 'Generated country', 'generated-country', @yes, 0)",
            default, ("id", place), ("yes", true));
        await connection.Execute(
            """
            INSERT INTO platform_source (id, place_id, key, title, publisher, licence, attribution, format, file_name, sha256, fetched_at, version)
            VALUES (@id, @place, 'generated', 'Generated from lists of charities', 'Trellis', 'for measuring only', 'Generated for measuring; not facts.', 'charity-register', '', @sha, @now, 0)
            """, default, ("id", source), ("place", place), ("sha", Fingerprint), ("now", now.UtcDateTime));
        var chance = new Random(20261101);
        var wards = await Areas(connection, place, chance);
        var number = await Stamps.Raise(connection, "groups", default);
        await Organisations(connection, place, charities, wards, number, chance);
        await Names(connection, charities);
        await Records(connection, source, charities);
    }

    private static async Task<(string Code, string District, Point Middle)[]> Areas(DbConnection connection, Guid place, Random chance)
    {
        var wards = Enumerable.Range(0, Wards).Select(at => (
            Code: $"G05{at:000000}", District: $"G{(char)('A' + (at / 100))}{at % 100}",
            Middle: new Point(50_500_000 + chance.Next(5_000_000), -5_000_000 + chance.Next(6_000_000)))).ToArray();
        await using (var areas = await Bulk.Into(connection, "platform_area", ["id", "place_id", "kind", "code", "name", "slug", "latitude_micro", "longitude_micro"], default))
        {
            foreach (var (code, _, middle) in wards)
            {
                areas.Add(Guid.CreateVersion7(), place, "Ward", code, "Generated ward " + code[3..], code.ToLowerInvariant(), middle.LatitudeMicro, middle.LongitudeMicro);
            }

            await areas.Complete(default);
        }

        await using (var postcodes = await Bulk.Into(connection, "platform_postcode", ["place_id", "postcode", "ward_code", "lsoa_code", "latitude_micro", "longitude_micro"], default))
        {
            foreach (var (code, district, middle) in wards)
            {
                foreach (var sector in Enumerable.Range(1, 9))
                {
                    postcodes.Add(place, $"{district} {sector}AA", code, "L" + code, middle.LatitudeMicro + (sector * 900), middle.LongitudeMicro - (sector * 700));
                }
            }

            await postcodes.Complete(default);
        }

        await Stamps.Raise(connection, "places", default);
        return wards;
    }

    private static async Task Organisations(
        DbConnection connection, Guid place, IReadOnlyList<CountryFiles.Charity> charities, (string Code, string District, Point Middle)[] wards, long number, Random chance)
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

    private static async Task Names(DbConnection connection, IReadOnlyList<CountryFiles.Charity> charities)
    {
        await using (var names = await Bulk.Into(connection, "groups_name", ["id", "organisation_id", "text", "kind"], default))
        {
            foreach (var charity in charities)
            {
                names.Add(Guid.CreateVersion7(), charity.Id, charity.Name, nameof(NameKind.Current));
                foreach (var other in charity.Names)
                {
                    names.Add(Guid.CreateVersion7(), charity.Id, other, nameof(NameKind.Other));
                }
            }

            await names.Complete(default);
        }

        await using var identifiers = await Bulk.Into(connection, "groups_identifier", ["place_id", "code", "organisation_id"], default);
        var place = await connection.Value<Guid>("SELECT id FROM platform_place", default);
        foreach (var charity in charities)
        {
            identifiers.Add(place, charity.Number, charity.Id);
        }

        await identifiers.Complete(default);
    }

    private static async Task Records(DbConnection connection, Guid source, IReadOnlyList<CountryFiles.Charity> charities)
    {
        await using var records = await Bulk.Into(
            connection, "groups_source_record", ["id", "source_id", "key", "organisation_id", "said", "raw", "row", "content", "first_import_id", "last_import_id", "version"], default);
        var row = 1L;
        foreach (var charity in charities)
        {
            var said = new Statement { Name = charity.Name, Identifiers = [charity.Number], Cause = charity.Cause, Kind = OrganisationKind.Charity, Reach = charity.Reach };
            records.Add(Guid.CreateVersion7(), source, charity.Number, charity.Id, said.ToJson(), "{}", ++row, 0L, Guid.Empty, Guid.Empty, 0);
        }

        await records.Complete(default);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row - 1:N0} organisations"));
    }
}
