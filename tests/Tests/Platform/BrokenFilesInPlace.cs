using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;
using Trellis.Tests.Standards.Corpus;
using Trellis.Tests.Support;

namespace Trellis.Tests.Platform;

/// <summary>The corpus of hostile and broken files, brought into a place as a worker brings a list: what is refused changes nothing, and of what comes in every row is accounted for.</summary>
[Collection(nameof(Alone))]
public sealed class BrokenFilesInPlace(Site site) : IClassFixture<Site>, IDisposable
{
    private readonly string folder = Scratch.Folder();

    /// <summary>All but the file that is too large for limits no installation has.</summary>
    public static TheoryData<string> Names => [.. BrokenFiles.All.Where(file => !file.Name.StartsWith("larger", StringComparison.Ordinal)).Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_that_is_refused_leaves_the_place_as_it_was_and_of_any_other_the_rows_add_up(string name)
    {
        var place = await site.MakePlace();
        await site.Import(place, "group-list", "name,postcode\nQuokka Friends,M33 2RP\n", "before");
        var bad = BrokenFiles.All.Single(file => file.Name == name);
        var path = Path.Combine(folder, name);
        bad.Write(path);
        var data = site.Services.GetRequiredService<Database>();
        var before = await TableCounts.Of(data);

        var done = await site.With<RunImport, Result<RunImport.Account>>(import => import.Handle(place, new(path, SourceDetails.OwnFile(path), "group-list", DryRun: false, "tests", _ => { }), default));

        if (!done.Succeeded)
        {
            var sentence = Assert.Single(done.Problems).Message;
            Assert.Matches(@"[.?]$", sentence);
            Assert.Equal(before, await TableCounts.Of(data));
            return;
        }

        Assert.Null(bad.Fate.Refused);
        var report = done.Value.Report;
        Assert.Equal(report.RowsIn, report.Counts().Sum());
        var after = await TableCounts.Of(data);
        Assert.Equal(1, after["platform_import"] - before["platform_import"]);
        Assert.Equal(report[Outcome.New] + report[Outcome.Waiting], after["groups_source_record"] - before["groups_source_record"]);
        if (bad.Fate is { Reason: { } reason, Column: null, Row: { } row })
        {
            Assert.Contains(report.Findings, finding => finding.Row == row && finding.Wrong.Contains(reason, StringComparison.Ordinal));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
