using Trellis.Standards.Tables;

namespace Trellis.Tests.Standards.Corpus;

/// <summary>A hostile or broken file, how it is made, and what must become of it.</summary>
/// <param name="Name">What is wrong with it; also the file's name.</param>
/// <param name="Write">Makes the file at a path.</param>
/// <param name="Fate">What must become of it.</param>
public sealed record BadFile(string Name, Action<string> Write, Fate Fate)
{
    /// <summary>Limits under which the same file is read: so one sees that the guard, and nothing else, refuses it.</summary>
    public TableLimits? Lifted { get; init; }

    /// <summary>The same file without the fault, which must be read.</summary>
    public Action<string>? Sound { get; init; }

    public override string ToString() => Name;
}

/// <summary>Refused as a whole with a sentence; or read, with a finding on a row and perhaps a column; or read with a note on the file; or simply read.</summary>
public sealed record Fate(string? Refused = null, long? Row = null, string? Column = null, string? Reason = null, string? Note = null, long? Rows = null)
{
    public static Fate Refuse(string words) => new(Refused: words);

    public static Fate Report(long row, string? column, string reason) => new(Row: row, Column: column, Reason: reason);

    public static Fate Remark(string note, long rows) => new(Note: note, Rows: rows);

    public static Fate Read(long rows) => new(Rows: rows);
}
