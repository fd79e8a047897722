using CsvHelper;

namespace Trellis.Standards.Tables;

/// <summary>The rows of delimited text, one held at a time.</summary>
/// <remarks>A quotation mark that is not closed where it should be runs on over rows; such a stretch is read once more line by line, so that only its own row is lost.</remarks>
internal sealed class CsvRows : IDisposable
{
    private readonly CsvReader reader;
    private readonly CsvReaderOptions options;
    private readonly string fileName;
    private readonly TableLimits limits;
    private CsvReader? lines;
    private CsvMalformedReason? reason;
    private char[] text = new char[4096];
    private int[] ends = new int[64];

    /// <param name="source">The text from the headings on.</param>
    /// <param name="fileName">As messages name it.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="above">Rows of the file that stand before it.</param>
    public CsvRows(TextReader source, string fileName, TableLimits limits, int above)
    {
        Number = above;
        this.fileName = fileName;
        this.limits = limits;
        options = new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            TrimWhitespace = true,
            MaxRecordSize = limits.RowLength,
            OnMalformedRecord = record => reason = record.Reason,
        };
        reader = CsvReader.Create(source, options);
    }

    /// <summary>Rows read so far, blank ones too.</summary>
    public long Number { get; private set; }

    public int Count { get; private set; }

    /// <summary>Whether a quotation mark in the row was never closed or closed too early.</summary>
    public bool BrokenQuote { get; private set; }

    public bool HoldsNul { get; private set; }

    /// <summary>The cell without its quotation marks.</summary>
    public ReadOnlySpan<char> this[int position]
    {
        get
        {
            var start = position == 0 ? 0 : ends[position - 1];
            return text.AsSpan(start, ends[position] - start);
        }
    }

    /// <summary>Goes to the next row; false at the end of the file.</summary>
    public bool Read()
    {
        Number++;
        if (lines is not null)
        {
            if (Next(lines))
            {
                Keep(lines);
                return true;
            }

            lines.Dispose();
            lines = null;
        }

        if (!Next(reader))
        {
            return false;
        }

        var row = reader;
        if ((BrokenQuote || HoldsGiant(reader)) && reader.RawRecord.IndexOfAny((byte)'\r', (byte)'\n') >= 0)
        {
            row = lines = CsvReader.Create(reader.RawRecord.ToArray(), options with { Separator = reader.Separator, AllowLineBreaksInQuotes = false });
            Next(lines);
        }

        Keep(row);
        return true;
    }

    public void Dispose()
    {
        lines?.Dispose();
        reader.Dispose();
    }

    private bool Next(CsvReader from)
    {
        reason = null;
        try
        {
            if (!from.Read())
            {
                return false;
            }
        }
        catch (CsvFormatException)
        {
            throw TooLong();
        }

        BrokenQuote = reason is not null && (reason != CsvMalformedReason.StrayQuote || !QuotesPair(from));
        return true;
    }

    private void Keep(CsvReader from)
    {
        var raw = from.RawRecord;
        Count = from.FieldCount;
        HoldsNul = raw.Contains((byte)0);
        if (raw.Length > limits.RowLength)
        {
            throw TooLong();
        }

        if (Count > limits.Columns)
        {
            throw new UnreadableFileException($"{fileName}, row {Number:N0}: there are more than {limits.Columns:N0} columns; the file was not read.");
        }

        text = raw.Length > text.Length ? new char[raw.Length * 2] : text;
        ends = Count > ends.Length ? new int[Count * 2] : ends;
        var end = 0;
        for (var i = 0; i < Count; i++)
        {
            var length = from.GetChars(i, text.AsSpan(end));
            if (length > limits.CellLength)
            {
                throw new UnreadableFileException($"{fileName}, row {Number:N0}: a cell is longer than {limits.CellLength:N0} characters; the file was not read.");
            }

            ends[i] = end += length;
        }
    }

    /// <summary>A mark in the middle of an unquoted cell, as in 5" pipe, harms nothing, but it is the only thing the library tells of a row; so the quoted cells are looked at.</summary>
    private static bool QuotesPair(CsvReader from)
    {
        for (var i = 0; i < from.FieldCount; i++)
        {
            var raw = from.GetRawSpan(i).Trim(" \t"u8);
            if (raw is [(byte)'"', ..])
            {
                var value = from.GetSpan(i);
                if (raw[^1] != '"' || raw.Length != value.Length + value.Count((byte)'"') + 2)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A cell longer than any may be is one whose quotation mark was not meant.</summary>
    private bool HoldsGiant(CsvReader from)
    {
        var giant = false;
        for (var i = 0; i < from.FieldCount && !giant && from.RawRecord.Length > limits.CellLength; i++)
        {
            giant = from.GetRawSpan(i).Length > limits.CellLength;
        }

        return giant;
    }

    private UnreadableFileException TooLong() =>
        new($"{fileName}, row {Number:N0} is longer than {limits.RowLength:N0} characters, perhaps because a quotation mark in it is not closed; the file was not read further.");
}
