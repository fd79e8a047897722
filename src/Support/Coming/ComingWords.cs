using Trellis.Platform.Audit;

namespace Trellis.Support.Coming;

/// <summary>How files out of other systems are spoken of.</summary>
internal static class ComingWords
{
    public static readonly RecordWords History = new(nameof(Arrival))
    {
        Added = "{0} brought a file out of another system to look at.",
        Removed = "{0} removed a file out of another system that waited.",
        Fields = new[] { "PlaceId", "Kind", "FileName", "Sha256", "Choices", "ArrivedAt", "ArrivedBy", "Brought", "StayedOut", "TakenBack" }.ToDictionary(field => field, _ => "what is meant in a file out of another system"),
        Instead = new Dictionary<string, string> { ["TakenBackAt"] = "{0} took back what a file had brought in.", ["BroughtAt"] = "{0} brought in what a file out of another system holds.", ["State"] = "{0} said how far a file has come." },
        IsAboutPeople = true,
        IsConfidential = true, // what help groups had is between them and the staff
    };

    /// <summary>As in 3 contacts.</summary>
    public static string Counted(Platform.Texts.Texts t, ArrivalKind kind, long count) => kind == ArrivalKind.Contacts
        ? count == 1 ? t["1 contact"] : t["{0:N0} contacts", count]
        : count == 1 ? t["1 entry"] : t["{0:N0} entries", count];

    public static string Of(ArrivalKind kind) => kind == ArrivalKind.Contacts ? "Contacts of groups" : "Support history";

    public static string Of(ArrivalState state) => state switch
    {
        ArrivalState.Waiting => "Waits to be looked at",
        ArrivalState.BroughtIn => "Brought in",
        _ => "Taken back",
    };

    public static string Kind(ArrivalState state) => state switch
    {
        ArrivalState.Waiting => "sunny",
        ArrivalState.BroughtIn => "good",
        _ => "cool",
    };

    public static string Of(Fate fate) => fate switch
    {
        Fate.ComesIn => "Would come in",
        Fate.IsHere => "Here already",
        Fate.Waits => "Wait for an answer",
        Fate.LeftOut => "Left out by you",
        _ => "Cannot be taken",
    };
}
