namespace Trellis.Platform.Exchange;

/// <summary>What became of one row of a file.</summary>
public enum Outcome
{
    New,
    Updated,
    Unchanged,

    /// <summary>Kept, but a person must decide who it is.</summary>
    Waiting,
    Refused,
}

/// <summary>Accounts for every row of a file: in = new + updated + unchanged + waiting + refused, always.</summary>
public sealed class ImportReport
{
    private readonly long[] outcomes = new long[5];
    private readonly List<Finding> findings = [];

    /// <summary>Findings kept in full; the rest is only counted, so that a file of nothing but faults cannot fill the memory.</summary>
    public const int MostFindings = 100_000;

    public long RowsIn => outcomes.Sum();

    /// <summary>Rows that were joined to something already known.</summary>
    public long Matched { get; set; }

    /// <summary>Records that an earlier file had and this one has not; they stay, marked.</summary>
    public long Gone { get; set; }

    public long FindingCount { get; private set; }

    public IReadOnlyList<Finding> Findings => findings;

    public long this[Outcome outcome] => outcomes[(int)outcome];

    public void Count(Outcome outcome, long rows = 1) => outcomes[(int)outcome] += rows;

    /// <summary>Says how many findings there were beyond those that are kept.</summary>
    public void Close(Guid importId, DateTimeOffset now)
    {
        if (FindingCount > findings.Count)
        {
            findings.Add(new Finding
            {
                Id = Guid.CreateVersion7(now),
                ImportId = importId,
                Severity = Severity.Note,
                Wrong = $"There is more to say of {FindingCount - findings.Count:N0} further cells or rows than stands here",
                Done = $"The first {MostFindings:N0} are listed. Mend these, and bring the file in again",
            });
        }
    }

    public void Add(Finding finding)
    {
        FindingCount++;
        if (findings.Count < MostFindings)
        {
            findings.Add(finding);
        }
    }
}
