using System.Globalization;
using Trellis.Platform.Web.Components;

namespace Trellis.Support.Checks.Results;

/// <summary>Draws a result: bars by area, strengths first, and from–to where there was an earlier check. Each is a table at the same time.</summary>
internal static class ResultCharts
{
    private const long Full = 40;

    public static Chart Areas(IReadOnlyList<AreaResult> areas, Platform.Texts.Texts t) => new(
        t["Level by area"], t["Area"], t["Level, of 4"],
        [.. areas.Where(one => one.Tenths is not null).Select(one => new ChartRow(one.Area.Title, one.Tenths!.Value, Text(one.Tenths.Value)))],
        t["Strengths first. 1 is not yet, 2 started, 3 in place, 4 strong and reviewed. The mean of what the group agreed on; look at the items below, not at the figure alone."])
    { Full = Full };

    public static DumbbellChart Changes(IReadOnlyList<AreaChange> changes, DateTimeOffset before, DateTimeOffset now, Platform.Texts.Texts t) => new(
        t["From then to now"], t["Area"], before.ToString("MMMM yyyy", CultureInfo.CurrentCulture), now.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
        [.. changes.Select(one => new DumbbellRow(one.Area.Title, new(one.From, Text(one.From)), new(one.To, Text(one.To))))],
        t["Only items that have a level in both checks."])
    { Full = Full };

    public static string Text(long tenths) => (tenths / 10m).ToString("0.0", CultureInfo.CurrentCulture);
}
