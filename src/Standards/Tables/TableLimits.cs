namespace Trellis.Standards.Tables;

/// <summary>How large a file may be in each direction before it is refused. The defaults let every real open data file through that we have met.</summary>
public sealed record TableLimits
{
    /// <summary>Limits for files of the open data world: a national register or ten years of a council's payments fit.</summary>
    public static TableLimits Usual { get; } = new();

    /// <summary>Bytes of the file once unpacked.</summary>
    public long Bytes { get; init; } = 4L << 30;

    /// <summary>How many times larger than the packed file its content may be; looked at from <see cref="BytesBeforeRatio"/> on.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Content below this size is never taken for a bomb.</summary>
    public long BytesBeforeRatio { get; init; } = 8L << 20;

    /// <summary>Characters in one cell.</summary>
    public int CellLength { get; init; } = 1_000_000;

    /// <summary>Characters in one row of a CSV file.</summary>
    public int RowLength { get; init; } = 4_000_000;

    /// <summary>Columns of a table, or different headings of a JSON file.</summary>
    public int Columns { get; init; } = 16_384;

    /// <summary>Levels in a JSON file.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Bytes of one JSON record; the outline of a country takes a few million.</summary>
    public int RecordBytes { get; init; } = 16 << 20;

    /// <summary>Entries in a ZIP file.</summary>
    public int Entries { get; init; } = 1_000;

    /// <summary>Characters of all different texts of a workbook together: they are the one part that must be held in memory.</summary>
    public int SharedTextLength { get; init; } = 24_000_000;

    /// <summary>Different texts of a workbook.</summary>
    public int SharedTexts { get; init; } = 600_000;
}
