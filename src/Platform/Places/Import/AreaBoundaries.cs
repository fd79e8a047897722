using System.Text.RegularExpressions;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places.Drawing;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Places.Import;

/// <summary>Reads areas with their boundaries from GeoJSON: wards, localities, output areas, parishes, the borough itself.</summary>
internal sealed partial class AreaBoundaries : Importer
{
    private const string Geometry = "geometry";
    private const string GeometryType = "geometry/type"; // a column of its own only where the geometries are points

    public override string Format => "area-boundaries";

    public override string Title => "Boundaries of wards or other areas (GeoJSON)";

    public override int Order => 10;

    public override int Recognise(IReadOnlyList<string> headings) =>
        Columns.Among(headings, Geometry) is null || headings.Contains(GeometryType) || NameHeading(headings) is null ? 0 : CodeHeading(headings) is null ? 50 : 80;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var code = Columns.For(run, "code") ?? CodeHeading(run.File.Headings);
        var name = Columns.For(run, "name") ?? NameHeading(run.File.Headings) ?? Columns.Require(run, "name", "the name of the area");
        var book = await AreaBook.Open(run, stop);
        foreach (var row in run.File.Rows())
        {
            stop.ThrowIfCancellationRequested();
            Take(run, row, book, code, name);
            run.ShowProgress();
        }

        await book.Save(stop);
    }

    private static void Take(ImportRun run, Row row, AreaBook book, string? codeHeading, string nameHeading)
    {
        if (row.Fault is { } fault)
        {
            run.Refuse(row, null, null, fault);
        }
        else if (row[nameHeading] is not { } name)
        {
            run.Refuse(row, nameHeading, null, "The area has no name.");
        }
        else if (Kind(run, codeHeading is null ? null : row[codeHeading]) is not { } kind)
        {
            run.Refuse(row, codeHeading, codeHeading is null ? null : row[codeHeading], "The code does not say what kind of area this is; name the kind in the mapping.");
        }
        else if (Outline.Read(row[Geometry]) is not ({ } outline, _) read)
        {
            run.Refuse(row, Geometry, null, Outline.Read(row[Geometry]).Fault!);
        }
        else
        {
            // A locality is the council's own idea and has no official code: its name within the place stands for it, which stays the same from file to file.
            var code = (codeHeading is null ? null : row[codeHeading]) ?? $"{run.Place.Code}-{Slug.From(name)}";
            book.Put(row, kind, code, name, row[Geometry]!, outline.Middle());
        }
    }

    private static AreaKind? Kind(ImportRun run, string? code)
    {
        if (run.Mapping.TryGetValue("kind", out var word))
        {
            return Enum.TryParse<AreaKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
                ? kind
                : throw new FileRefusedException($"\"{word}\" is not a kind of area; it is one of {string.Join(", ", Enum.GetNames<AreaKind>()).ToLowerInvariant()}.");
        }

        return code?[..Math.Min(3, code.Length)] switch
        {
            null => AreaKind.Locality,
            "E05" or "W05" or "S13" or "N08" => AreaKind.Ward,
            "E01" or "W01" or "S01" => AreaKind.Lsoa,
            "E02" or "W02" or "S02" => AreaKind.Msoa,
            "E04" or "W04" => AreaKind.Parish,
            "E06" or "E07" or "E08" or "E09" or "W06" or "S12" or "N09" => AreaKind.Borough,
            _ => null,
        };
    }

    // The Office for National Statistics puts kind and year into its headings: WD23CD and WD23NM.
    private static string? CodeHeading(IReadOnlyList<string> headings) =>
        Columns.Among(headings, "area_code", "code", "gss_code") ?? headings.FirstOrDefault(heading => OfficialCode().IsMatch(heading));

    private static string? NameHeading(IReadOnlyList<string> headings) =>
        Columns.Among(headings, "area_name", "name") ?? headings.FirstOrDefault(heading => OfficialName().IsMatch(heading));

    [GeneratedRegex(@"^[A-Z]{2,5}\d\dCD$", RegexOptions.IgnoreCase)]
    private static partial Regex OfficialCode();

    [GeneratedRegex(@"^[A-Z]{2,5}\d\dNM$", RegexOptions.IgnoreCase)]
    private static partial Regex OfficialName();
}
