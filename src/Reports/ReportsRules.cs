using Trellis.Platform.Access;

namespace Trellis.Reports;

/// <summary>Who may do what with reports.</summary>
internal static class ReportsRules
{
    public const string See = "see-reports";
    public const string Make = "make-reports";
    public const string KeepStories = "keep-stories";

    public static readonly WorkLink[] Doors =
    [
        new(See, "/work/reports", "Reports to funders", "See what each funder asks for, make its return, and open each figure down to the records", 80),
        new(KeepStories, "/work/stories", "Stories of groups", "Keep stories that groups let us show to funders", 85),
    ];

    public static readonly Rule[] All =
    [
        new(See, "Read what funders are told, down to the records behind each figure", Role.Viewer, Role.SupportWorker, Role.Manager),
        new(Make, "Say what a funder asks for, make and send returns, and give out links to them", Role.Manager),
        new(KeepStories, "Keep stories of groups with their consent", Role.SupportWorker, Role.Manager),
    ];
}
