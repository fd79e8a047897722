namespace Trellis.Standards.Tables;

/// <summary>One row of a table as it came: where it stands, and its cells by heading.</summary>
/// <remarks>A row is only good until the next one is read; keep its texts, not the row.</remarks>
public abstract class Row
{
    private protected Row()
    {
    }

    /// <summary>The sheet's name; null in a file without sheets.</summary>
    public abstract string? Sheet { get; }

    /// <summary>The row in the file as a spreadsheet counts: the headings are row 1. In JSON the first record is 1.</summary>
    public abstract long Number { get; }

    /// <summary>The headings of the table this row stands in. A repeated heading has its count behind it, as in "Name (2)"; a column without one is "Column 5".</summary>
    public abstract IReadOnlyList<string> Headings { get; }

    /// <summary>What is wrong with the row as a row (too many cells, a broken quote), in one sentence; null where nothing is.</summary>
    public abstract string? Fault { get; }

    /// <summary>The record as it stands in the file, in UTF-8; empty where the file is not JSON.</summary>
    public virtual ReadOnlySpan<byte> Json => [];

    /// <summary>The cell's text, trimmed; null where it is empty or the file has no such heading. Headings compare without case and spaces.</summary>
    public string? this[string heading] => this[Position(heading)];

    /// <summary>The cell's text by its position from 0, trimmed; null where it is empty or there is no such cell.</summary>
    public virtual string? this[int position]
    {
        get
        {
            var text = Text(position);
            return text.IsEmpty ? null : text.ToString();
        }
    }

    /// <summary>Where a heading stands, from 0; -1 where the table has no such heading. Headings compare without case and spaces.</summary>
    /// <remarks>The same for all rows of a sheet: find it once, then take cells by position. In JSON a heading may turn up in a later record.</remarks>
    public abstract int Position(string heading);

    /// <summary>The cell's text by its position from 0, trimmed, without a copy; empty where there is none.</summary>
    public abstract ReadOnlySpan<char> Text(int position);

    /// <summary>The row with its texts kept, good after the next one is read.</summary>
    public Row Copy() => new CopiedRow(this);
}
