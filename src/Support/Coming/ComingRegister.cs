using Trellis.Platform.Privacy;

namespace Trellis.Support.Coming;

/// <summary>What files out of other systems keep of people.</summary>
internal static class ComingRegister
{
    private const string Purpose = "to bring what was recorded in another system into this one";
    private const string Audience = "managers and administrators of the place";
    private const string Source = "whoever brought the file";

    public static readonly PersonalTable Arrivals = new()
    {
        Table = "support_arrival",
        What = "Files out of other systems",
        Purpose = Purpose,
        Basis = LawfulBasis.LegitimateInterests,
        Audience = Audience,
        Source = Source,
        Fields = new Dictionary<string, string> { ["arrived_by"] = "who brought the file", ["choices"] = "the names of workers in the file, and who is meant" },
        Others = ["id", "place_id", "kind", "file_name", "sha256", "state", "arrived_at", "brought_at", "brought", "stayed_out", "taken_back_at", "taken_back", "version"],
        MayNameOthers = ["choices"],
        Of = "arrived_by = @person OR replace(choices, lower(@email), '') <> choices OR replace(lower(choices), lower(CAST(@person AS text)), '') <> lower(choices)",
        OnErasure = Ending.Empty,
        Emptied = new Dictionary<string, string>
        {
            ["arrived_by"] = "CASE WHEN arrived_by = @person THEN NULL ELSE arrived_by END",
            ["choices"] = "CASE WHEN replace(choices, lower(@email), '') <> choices OR replace(lower(choices), lower(CAST(@person AS text)), '') <> lower(choices) THEN '{}' ELSE choices END",
        },
        Kept = new("for six years after the file came", "arrived_at", 2_192),
    };

    public static readonly PersonalTable Waiting = new()
    {
        Table = "support_waiting_file",
        What = "Files out of other systems that wait to be brought in",
        Purpose = Purpose,
        Basis = LawfulBasis.LegitimateInterests,
        Audience = Audience,
        Source = Source,
        Fields = new Dictionary<string, string> { ["content"] = "the file as it came" },
        Others = ["arrival_id", "place_id", "arrived_at"],
        MayNameOthers = ["content"],
        Of = "arrival_id IN (SELECT id FROM support_arrival WHERE arrived_by = @person)",
        OnErasure = Ending.Delete,
        Kept = new("until it is brought in, for a week at most", "arrived_at", 7),
    };
}
