using Trellis.Platform.Privacy;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>What files that wait to come in keep of people.</summary>
internal static class BringingRegister
{
    private const string Purpose = "to look at a list before it comes in";
    private const string Audience = "managers and administrators of the place";
    private const string Source = "whoever brought the file";
    private static readonly Keeping ForAWeek = new("until it is brought in, for a week at most", "arrived_at", 7);

    public static readonly PersonalTable[] Tables =
    [
        new()
        {
            Table = "platform_waiting_import",
            What = "Files that wait to come in",
            Purpose = Purpose,
            Basis = LawfulBasis.LegitimateInterests,
            Audience = Audience,
            Source = Source,
            Fields = new Dictionary<string, string> { ["arrived_by"] = "who brought the file", ["looked"] = "the first texts of its columns, and cells that will not do" },
            Others = ["id", "place_id", "file_name", "said", "arrived_at", "version"],
            MayNameOthers = ["looked"],
            Of = "arrived_by = @person",
            OnErasure = Ending.Delete,
            Kept = ForAWeek,
        },
        new()
        {
            Table = "platform_waiting_content",
            What = "What stands in files that wait to come in",
            Purpose = Purpose,
            Basis = LawfulBasis.LegitimateInterests,
            Audience = Audience,
            Source = Source,
            Fields = new Dictionary<string, string> { ["content"] = "the file as it came" },
            Others = ["import_id", "arrived_at"],
            MayNameOthers = ["content"],
            Of = "import_id IN (SELECT id FROM platform_waiting_import WHERE arrived_by = @person)",
            OnErasure = Ending.Delete,
            Kept = ForAWeek,
        },
    ];
}
