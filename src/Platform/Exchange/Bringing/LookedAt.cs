using System.Text.Json;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>What would come of a file, from a run of which nothing was kept.</summary>
/// <param name="Format">What it was taken for; empty where that is not known.</param>
/// <param name="Refusal">Why it cannot come in as it is; null where it can.</param>
/// <param name="Columns">Its columns in their order.</param>
/// <param name="Findings">The gravest of them; all of them can be downloaded.</param>
internal sealed record LookedAt(string Format, string? Refusal, IReadOnlyList<LookedAt.Column> Columns, LookedAt.Counts Rows, long FindingCount, IReadOnlyList<Finding> Findings)
{
    /// <summary>How many findings are kept to be shown.</summary>
    public const int MostFindings = 200;

    /// <param name="Field">The field it was read as; null where nothing of it is shown.</param>
    /// <param name="Samples">The first different texts in it.</param>
    public sealed record Column(string Heading, string? Field, IReadOnlyList<string> Samples);

    /// <summary>What would become of the rows.</summary>
    public sealed record Counts(long In, long New, long Updated, long Unchanged, long Waiting, long Refused, long Matched, long Gone)
    {
        public static Counts Of(ImportReport report) => new(
            report.RowsIn, report[Outcome.New], report[Outcome.Updated], report[Outcome.Unchanged], report[Outcome.Waiting], report[Outcome.Refused], report.Matched, report.Gone);

        public static Counts Of(Import import) => new(import.RowsIn, import.New, import.Updated, import.Unchanged, import.Waiting, import.Refused, import.Matched, import.Gone);
    }

    public static LookedAt Read(string json) => JsonSerializer.Deserialize<LookedAt>(json)!;

    public string Write() => JsonSerializer.Serialize(this);
}
