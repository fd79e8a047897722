namespace Trellis.Standards.Tables;

/// <summary>One row of a table as it came: where it stands, and its cells by heading.</summary>
/// <remarks>A row is only good until the next one is read; keep its texts, not the row.</remarks>
public abstract class Row
{
    /// <summary>The sheet's name; null in a file without sheets.</summary>
    public abstract string? Sheet { get; }

    /// <summary>The row in the file as a spreadsheet counts: the headings are row 1.</summary>
    public abstract long Number { get; }

    public abstract IReadOnlyList<string> Headings { get; }

    /// <summary>The cell's text, trimmed; null where it is empty or the file has no such heading. Headings compare without case and spaces.</summary>
    public abstract string? this[string heading] { get; }

    /// <summary>The cell's text by its position from 0, trimmed; null where it is empty.</summary>
    public abstract string? this[int position] { get; }

    /// <summary>What is wrong with the row as a row (too many cells, a broken quote), in one sentence; null where nothing is.</summary>
    public abstract string? Fault { get; }
}
