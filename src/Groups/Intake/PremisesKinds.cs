namespace Trellis.Groups.Intake;

/// <summary>What a building or piece of land is, by what the list says of its use, else by its name, else by building or land alone.</summary>
internal static class PremisesKinds
{
    private static readonly (string Word, string Kind)[] ByName =
    [
        ("allotment", "Allotment"), ("community centre", "Community centre"), ("community hall", "Hall"), ("village hall", "Hall"), ("youth centre", "Youth centre"),
        ("library", "Library"), ("leisure centre", "Leisure"), ("school", "School"), ("cemetery", "Cemetery"), ("car park", "Car park"), ("toilet", "Public toilets"),
        ("pavilion", "Sports ground or pavilion"), ("playing field", "Sports ground or pavilion"), ("bowl", "Sports ground or pavilion"), ("football", "Sports ground or pavilion"),
        ("golf", "Sports ground or pavilion"), ("park", "Park"), ("nursery", "Nursery"), ("hall", "Hall"), ("centre", "Centre"), ("memorial", "Memorial"),
    ];

    public static string Of(string name, string? use, string? holding)
    {
        var known = use?.ToUpperInvariant() switch
        {
            "MANAGED ALLOTMENTS" => "Allotment",
            "SCHOOL" or "ACADEMY" => "School",
            "PARKS" => "Park",
            "LEISURE" => "Leisure",
            "MEMORIAL" => "Memorial",
            "TOWN HALL" => "Town hall",
            "LAND" => "Land",
            _ => null,
        };
        var isLandAtSomewhere = name.StartsWith("land ", StringComparison.OrdinalIgnoreCase);
        return known
            ?? (isLandAtSomewhere ? "Land" : Array.Find(ByName, pair => name.Contains(pair.Word, StringComparison.OrdinalIgnoreCase)).Kind)
            ?? (holding?.StartsWith("Land", StringComparison.OrdinalIgnoreCase) == true && !holding.Contains("Build", StringComparison.OrdinalIgnoreCase) ? "Land" : "Building");
    }
}
