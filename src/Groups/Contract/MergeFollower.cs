namespace Trellis.Groups.Contract;

/// <summary>A table whose rows go along when two groups become one, and come back when that is undone. Register with <c>services.AddSingleton(new MergeFollower(…))</c>.</summary>
/// <param name="Kind">Its stable name among what moved, as in SupportEntry.</param>
public sealed record MergeFollower(string Kind, string Table)
{
    /// <summary>The column with the row's own id; where a row is only a link, that of what is linked.</summary>
    public string Key { get; init; } = "id";

    /// <summary>The column that names the organisation.</summary>
    public string Column { get; init; } = "organisation_id";

    /// <summary>Whether its rows have a version, which goes up.</summary>
    public bool HasVersion { get; init; } = true;

    internal string AndVersion => HasVersion ? ", version = version + 1" : "";
}
