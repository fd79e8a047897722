namespace Trellis.Reports.Counting;

internal static class PeriodText
{
    /// <summary>As in 1 April to 30 June 2026.</summary>
    public static string Of(Period period) => $"{period.First.ToString(period.First.Year == period.Last.Year ? "d MMMM" : "d MMMM yyyy")} – {period.Last:d MMMM yyyy}";
}
