namespace Trellis.Platform.Exchange;

public enum Severity
{
    /// <summary>Read and used, but the worker should know what was mended or left out.</summary>
    Note,

    /// <summary>The row came in without this value.</summary>
    Warning,

    /// <summary>The row did not come in.</summary>
    Refusal,
}

/// <summary>One thing about one row that a person should see: where it is, what is wrong, what was done.</summary>
public sealed class Finding
{
    public required Guid Id { get; init; }

    public required Guid ImportId { get; init; }

    public string? Sheet { get; init; }

    /// <summary>The row in the file as a spreadsheet counts: the headings are row 1.</summary>
    public long? Row { get; init; }

    /// <summary>The column's heading.</summary>
    public string? Heading { get; init; }

    public string? Value { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>What is wrong, in one sentence.</summary>
    public required string Wrong { get; init; }

    /// <summary>What was done about it, in a few words; empty where the sentence says that, too.</summary>
    public required string Done { get; init; }

    /// <summary>Both, as they are read one after the other.</summary>
    [System.ComponentModel.DataAnnotations.Schema.NotMapped]
    [System.Text.Json.Serialization.JsonIgnore]
    public string Sentence => $"{Ended(Wrong)} {Ended(Done)}".TrimEnd();

    private static string Ended(string words) => words.Length == 0 || words[^1] is '.' or '?' or '!' ? words : words + ".";
}
