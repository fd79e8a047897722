using Trellis.Platform.Exchange;
using Trellis.Tests.Support;

namespace Trellis.Tests.Places;

/// <summary>The demo's own files of areas a second time: every row that came in is found unchanged, and nothing is written.</summary>
public sealed class AgainTests(GeographySite site) : IClassFixture<GeographySite>
{
    [Theory]
    [InlineData("boundary-ward", 21)]
    [InlineData("boundary-locality", 4)]
    [InlineData("boundary-lsoa", 139)]
    [InlineData("postcodes", 11_264)]
    [InlineData("population-2024", 483)]
    [InlineData("deprivation", 137)]
    [InlineData("census-ethnic-group", 190)]
    public async Task The_same_file_again_finds_everything_unchanged(string key, long unchanged)
    {
        var details = (await LoadPlace.Read(DemoPlace.Folder, default)).Sources.Single(source => source.Key == key);
        var place = await site.Somewhere();
        var before = await Stamp();
        var account = await site.With((RunImport import) =>
            import.Handle(place, new(Path.Combine(DemoPlace.Folder, details.File), details, details.Format, DryRun: false, "test", _ => { }), default));
        var report = account.Value.Report;
        Assert.Equal((0, 0, unchanged, 0), (report[Outcome.New], report[Outcome.Updated], report[Outcome.Unchanged], report.Gone));
        Assert.Equal(before, await Stamp());
    }

    private Task<long> Stamp() => site.With((Trellis.Platform.Data.Stamps stamps) => stamps.Read("places", default));
}
