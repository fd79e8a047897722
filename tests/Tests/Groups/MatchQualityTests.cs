using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Places;
using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

/// <summary>The lines of matching hold what docs/matching.md promises, on the labelled names.</summary>
public sealed class MatchQualityTests(ThingListTests.Loaded site, ITestOutputHelper output) : IClassFixture<ThingListTests.Loaded>
{
    [Fact]
    public async Task Names_alone_are_joined_rightly_and_rarely_missed()
    {
        var place = await site.InDb(db => db.Places().SingleAsync());
        using var file = TableFile.Open(Path.Combine(Repository.Root, "data", "matching", "recipients-labelled.csv"));
        var rows = file.Rows().Select(row => (row["name"]!, row["charity_number"])).ToList();
        var found = await site.With<MatchMeasure, MatchQuality>(measure => measure.Handle(place.Id, rows, default));
        output.WriteLine(string.Join('\n', found.Mistakes));
        output.WriteLine($"precision {found.Precision}, recall {found.Recall}, right {found.Right}, wrong {found.Wrong}, missed {found.Missed}, asks {found.WouldAsk}, none {found.RightlyNone}");
        Assert.Equal(rows.Count, found.Right + found.Wrong + found.Missed + found.RightlyNone);
        Assert.InRange(found.Precision, 980, 1000);
        Assert.InRange(found.Recall, 700, 1000);
    }
}
