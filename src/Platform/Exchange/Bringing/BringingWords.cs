using Trellis.Platform.Audit;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>How files that come in are spoken of.</summary>
internal static class BringingWords
{
    public static readonly RecordWords[] History =
    [
        new(nameof(WaitingImport))
        {
            Added = "{0} brought a file, to look at it before it comes in.",
            Changed = "{0} said what a file holds that waits to come in.",
            Removed = "{0} removed a file that waited to come in.",
            Fields = new[] { "PlaceId", "FileName", "Said", "Looked", "ArrivedAt", "ArrivedBy" }.ToDictionary(field => field, _ => "what a file holds"),
        },
        new(nameof(Import))
        {
            Added = "{0} brought a file in.",
            Removed = "{0} removed the record of an import.",
            Fields = new Dictionary<string, string>(),
            Instead = new Dictionary<string, string> { ["WithdrawnAt"] = "{0} took back the list that a file brought in." },
        },
    ];

    public static string Of(Severity severity) => severity switch
    {
        Severity.Refusal => "Rows left out",
        Severity.Warning => "Values left out",
        _ => "Notes",
    };

    public static string OfOne(Severity severity) => severity switch
    {
        Severity.Refusal => "Row left out",
        Severity.Warning => "Value left out",
        _ => "Note",
    };

    /// <summary>The kind of a status.</summary>
    public static string Kind(Severity severity) => severity switch
    {
        Severity.Refusal => "warm",
        Severity.Warning => "sunny",
        _ => "cool",
    };
}
