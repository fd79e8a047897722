using System.Globalization;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Places.Import;

/// <summary>Reads the place's postcodes with their wards, LSOAs, localities and coordinates.</summary>
internal sealed class PostcodeList : Importer
{
    private static readonly string[] PostcodeHeadings = ["postcode", "pcds", "pcd"];
    private static readonly string[] WardHeadings = ["ward_code", "osward", "ward"];
    private static readonly string[] LsoaHeadings = ["lsoa_code", "lsoa21", "lsoa21cd"];
    private static readonly string[] LatitudeHeadings = ["lat", "latitude"];
    private static readonly string[] LongitudeHeadings = ["lon", "long", "lng", "longitude"];

    public override string Format => "postcodes";

    public override string Title => "Postcodes with their wards and coordinates";

    public override int Order => 11;

    public override int Recognise(IReadOnlyList<string> headings) =>
        new[] { PostcodeHeadings, WardHeadings, LsoaHeadings, LatitudeHeadings, LongitudeHeadings }.All(usual => Columns.Among(headings, usual) is not null) ? 95 : 0;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var columns = new Found(run);
        var known = (await Postcodes.Load(run.Connection, run.Place.Id, stop)).All.ToDictionary(entry => entry.Postcode);
        var seen = new HashSet<string>();
        var (added, changed) = (new List<PostcodeEntry>(), new List<PostcodeEntry>());
        foreach (var row in run.File.Rows())
        {
            stop.ThrowIfCancellationRequested();
            if (columns.Read(run, row, seen) is { } entry)
            {
                Sort(run, entry, known.GetValueOrDefault(entry.Postcode), added, changed);
            }

            run.ShowProgress();
        }

        run.Report.Gone += known.Keys.Count(postcode => !seen.Contains(postcode));
        await Save(run, added, changed, stop);
    }

    private static void Sort(ImportRun run, PostcodeEntry entry, PostcodeEntry? old, List<PostcodeEntry> added, List<PostcodeEntry> changed)
    {
        if (old is null)
        {
            run.Report.Count(Outcome.New);
            added.Add(entry);
        }
        else if ((old.WardCode, old.LsoaCode, old.Locality, old.Point) == (entry.WardCode, entry.LsoaCode, entry.Locality, entry.Point))
        {
            run.Report.Count(Outcome.Unchanged);
        }
        else
        {
            run.Report.Count(Outcome.Updated);
            changed.Add(entry);
        }
    }

    private static async Task Save(ImportRun run, List<PostcodeEntry> added, List<PostcodeEntry> changed, CancellationToken stop)
    {
        foreach (var entry in changed)
        {
            await run.Connection.Execute(
                """
                UPDATE platform_postcode SET ward_code = @ward, lsoa_code = @lsoa, locality = @locality, latitude_micro = @latitude, longitude_micro = @longitude
                WHERE place_id = @place AND postcode = @postcode
                """,
                stop, ("ward", entry.WardCode), ("lsoa", entry.LsoaCode), ("locality", entry.Locality), ("latitude", entry.LatitudeMicro),
                ("longitude", entry.LongitudeMicro), ("place", entry.PlaceId), ("postcode", entry.Postcode));
        }

        await using (var bulk = await Bulk.Into(
            run.Connection, "platform_postcode", ["place_id", "postcode", "ward_code", "lsoa_code", "locality", "latitude_micro", "longitude_micro"], stop))
        {
            foreach (var entry in added)
            {
                bulk.Add(entry.PlaceId, entry.Postcode, entry.WardCode, entry.LsoaCode, entry.Locality, entry.LatitudeMicro, entry.LongitudeMicro);
            }

            await bulk.Complete(stop);
        }

        if (added.Count + changed.Count > 0)
        {
            await AreaParents.Settle(run.Connection, run.Place.Id, stop);
            await Stamps.Raise(run.Connection, "places", stop);
        }
    }

    /// <summary>The columns of this file, and how a row of them is read.</summary>
    private sealed class Found(ImportRun run)
    {
        private readonly string postcode = Columns.Require(run, "postcode", "the postcode", PostcodeHeadings);
        private readonly string ward = Columns.Require(run, "ward_code", "the code of the ward", WardHeadings);
        private readonly string lsoa = Columns.Require(run, "lsoa_code", "the code of the LSOA", LsoaHeadings);
        private readonly string latitude = Columns.Require(run, "latitude", "the latitude", LatitudeHeadings);
        private readonly string longitude = Columns.Require(run, "longitude", "the longitude", LongitudeHeadings);
        private readonly string? locality = Columns.For(run, "locality", "locality", "neighbourhood");
        private readonly string? authority = Columns.For(run, "authority_code", "la_code", "oslaua", "lad_code");

        /// <summary>The row as an entry; null where it was refused.</summary>
        public PostcodeEntry? Read(ImportRun run, Row row, HashSet<string> seen)
        {
            if (row.Fault is { } fault)
            {
                run.Refuse(row, null, null, fault);
            }
            else if (Postcodes.Tidy(row[postcode]) is not { } tidy)
            {
                run.Refuse(row, postcode, row[postcode], row[postcode] is null ? "There is no postcode." : "This has not the form of a postcode.");
            }
            else if (authority is not null && row[authority] is { } other && other != run.Place.Code)
            {
                run.Refuse(row, authority, other, $"This postcode is not in {run.Place.Name} ({run.Place.Code}).");
            }
            else if (row[ward] is not { } wardCode || row[lsoa] is not { } lsoaCode)
            {
                run.Refuse(row, row[ward] is null ? ward : lsoa, null, "The postcode has no ward or no LSOA.");
            }
            else if (Degrees(row[latitude], 90) is not { } north || Degrees(row[longitude], 180) is not { } east)
            {
                run.Refuse(row, Degrees(row[latitude], 90) is null ? latitude : longitude, row[latitude] + ", " + row[longitude], "The coordinates are not degrees of latitude and longitude.");
            }
            else if (!seen.Add(tidy))
            {
                run.Refuse(row, postcode, tidy, "The postcode stands further up already.");
            }
            else
            {
                var point = Point.At(north, east);
                return new()
                {
                    PlaceId = run.Place.Id,
                    Postcode = tidy,
                    WardCode = wardCode,
                    LsoaCode = lsoaCode,
                    Locality = locality is null ? null : row[locality],
                    LatitudeMicro = point.LatitudeMicro,
                    LongitudeMicro = point.LongitudeMicro,
                };
            }

            return null;
        }

        private static double? Degrees(string? text, int most) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
    }
}
