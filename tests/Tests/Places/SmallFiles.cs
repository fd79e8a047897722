using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Places;

/// <summary>Brings made-up files of a few lines into a site of one's own, to see what an importer does with them.</summary>
internal static class SmallFiles
{
    public static async Task<Result<RunImport.Account>> Bring(this Site site, string format, string fileName, string content, params (string, string)[] mapping)
    {
        var path = Path.Combine(Scratch.Folder("small"), fileName);
        await File.WriteAllTextAsync(path, content);
        try
        {
            var place = await site.Somewhere();
            var details = SourceDetails.OwnFile(path) with { Key = fileName, AsOf = new(2024, 1, 1), Mapping = mapping.ToDictionary(pair => pair.Item1, pair => pair.Item2) };
            return await site.With((RunImport import) => import.Handle(place, new(path, details, format, DryRun: false, "test", _ => { }), default));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The place of an empty site, made where it is not there yet.</summary>
    public static Task<Place> Somewhere(this Site site) => site.InDb(async db =>
    {
        if (await db.Places().SingleOrDefaultAsync() is { } known)
        {
            return known;
        }

        var place = new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Trafford", Slug = "trafford", IsDemo = false };
        db.Add(place);
        await db.SaveChangesAsync();
        return place;
    });

    /// <summary>A square of a tenth of a degree.</summary>
    public static string Square(double west, double south) =>
        FormattableString.Invariant($$"""{"type":"Polygon","coordinates":[[[{{west}},{{south}}],[{{west + .1}},{{south}}],[{{west + .1}},{{south + .1}}],[{{west}},{{south + .1}}],[{{west}},{{south}}]]]}""");

    public static string Features(params (string Code, string Name, string Geometry)[] areas) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', areas.Select(area =>
            $$"""{"type":"Feature","properties":{"area_code":"{{area.Code}}","area_name":"{{area.Name}}"},"geometry":{{area.Geometry}}}"""))}}]}""";
}
