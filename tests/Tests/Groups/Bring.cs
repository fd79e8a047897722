using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

/// <summary>Brings small files into a place, as a worker would.</summary>
internal static class Bring
{
    public static async Task<Place> MakePlace(this Site site) => await site.InDb(async db =>
    {
        var place = new Place { Id = Guid.CreateVersion7(), Code = "X" + Guid.CreateVersion7().ToString("N")[20..], Name = "Thornfield", Slug = "thornfield-" + Guid.CreateVersion7().ToString("N")[20..], IsDemo = false };
        db.Add(place);
        await db.SaveChangesAsync();
        return place;
    });

    /// <summary>Imports the text as a file and gives back the account.</summary>
    public static async Task<RunImport.Account> Import(
        this Site site, Place place, string format, string text, string key = "list", DateOnly? asOf = null, bool dryRun = false, params (string Heading, string Field)[] mapping)
    {
        var done = await site.TryImport(place, format, text, key, asOf, dryRun, mapping);
        return done.Succeeded ? done.Value : throw new InvalidOperationException(done.Problems[0].Message);
    }

    public static async Task<Result<RunImport.Account>> TryImport(
        this Site site, Place place, string? format, string text, string key = "list", DateOnly? asOf = null, bool dryRun = false, params (string Heading, string Field)[] mapping)
    {
        var path = Path.Combine(Scratch.Folder("bring"), key + ".csv");
        await File.WriteAllTextAsync(path, text);
        var details = new SourceDetails
        {
            Key = key,
            File = path,
            Title = "List " + key,
            Publisher = "Somebody",
            Licence = "OGL v3.0",
            Attribution = "By somebody.",
            AsOf = asOf,
            Mapping = mapping.ToDictionary(pair => pair.Heading, pair => pair.Field),
        };
        return await site.With<RunImport, Result<RunImport.Account>>(import => import.Handle(place, new(path, details, format, dryRun, "tests", _ => { }), default));
    }

    /// <summary>New, updated, unchanged, waiting, refused.</summary>
    public static long[] Counts(this ImportReport report) => [.. Enum.GetValues<Outcome>().Select(outcome => report[outcome])];

    public static Task<List<T>> All<T>(this Site site)
        where T : class => site.InDb(db => db.Set<T>().AsNoTracking().ToListAsync());
}
