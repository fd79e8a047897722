using System.Buffers;

namespace Trellis.Standards.Tables;

/// <summary>Cuts a stream of characters into rows and cells, keeping no more of it than one row.</summary>
internal sealed class CsvScanner
{
    private readonly TextReader reader;
    private readonly string fileName;
    private readonly TableLimits limits;
    private readonly char delimiter;
    private readonly SearchValues<char> cellEnds;
    private char[] buffer = new char[1 << 16];
    private int start;
    private int length;
    private int end;
    private bool finished;
    private Cell[] cells = new Cell[64];

    public CsvScanner(TextReader reader, char delimiter, string fileName, TableLimits limits)
    {
        this.reader = reader;
        this.delimiter = delimiter;
        this.fileName = fileName;
        this.limits = limits;
        cellEnds = SearchValues.Create([delimiter, '\r', '\n']);
    }

    /// <summary>Rows read so far, blank ones too.</summary>
    public long Number { get; private set; }

    public int Count { get; private set; }

    /// <summary>Whether a quotation mark in the row was never closed or closed too early; the row then ends with its line.</summary>
    public bool BrokenQuote { get; private set; }

    public bool HoldsNul => buffer.AsSpan(start, length).Contains('\0');

    /// <summary>The cell without its quotation marks, not trimmed.</summary>
    public ReadOnlySpan<char> this[int position]
    {
        get
        {
            ref var cell = ref cells[position];
            return buffer.AsSpan(start + cell.Start, cell.Length);
        }
    }

    /// <summary>Goes to the next row; false at the end of the file.</summary>
    public bool Read()
    {
        start += length;
        length = 0;
        if (!Has(0))
        {
            return false;
        }

        Number++;
        BrokenQuote = false;
        if (!Cut(quotes: true))
        {
            BrokenQuote = true;
            Cut(quotes: false);
        }

        return true;
    }

    /// <summary>Cuts one row from <see cref="start"/>; false where its quotation marks do not come in pairs.</summary>
    private bool Cut(bool quotes)
    {
        Count = 0;
        var at = 0;
        var doubled = false;
        while (true)
        {
            int cellEnd;
            if (quotes && Opens(at, out var open))
            {
                var close = Close(open + 1, out var doubledHere);
                cellEnd = close < 0 ? -1 : AfterBlanks(close + 1);
                if (close < 0 || (Has(cellEnd) && !cellEnds.Contains(buffer[start + cellEnd])))
                {
                    return false;
                }

                doubled |= doubledHere;
                Add(new Cell(open + 1, close - open - 1, doubledHere));
            }
            else
            {
                cellEnd = End(at);
                Add(new Cell(at, cellEnd - at, false));
            }

            if (!Has(cellEnd) || buffer[start + cellEnd] != delimiter)
            {
                length = AfterLineEnd(cellEnd);
                break;
            }

            at = cellEnd + 1;
        }

        if (doubled)
        {
            Undouble();
        }

        return true;
    }

    private void Add(Cell cell)
    {
        if (cell.Length > limits.CellLength)
        {
            throw new UnreadableFileException($"{fileName}, row {Number:N0}: a cell is longer than {limits.CellLength:N0} characters; the file was not read.");
        }

        if (Count == limits.Columns)
        {
            throw new UnreadableFileException($"{fileName}, row {Number:N0}: there are more than {limits.Columns:N0} columns; the file was not read.");
        }

        if (Count == cells.Length)
        {
            Array.Resize(ref cells, cells.Length * 2);
        }

        cells[Count++] = cell;
    }

    /// <summary>Whether a quoted cell begins here, blanks before the mark allowed.</summary>
    private bool Opens(int at, out int open)
    {
        open = AfterBlanks(at);
        return Has(open) && buffer[start + open] == '"';
    }

    private int AfterBlanks(int at)
    {
        while (Has(at) && buffer[start + at] == ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the quotation mark stands that closes the cell; -1 where none does within the limits.</summary>
    private int Close(int at, out bool doubled)
    {
        doubled = false;
        var first = at;
        while (Has(at))
        {
            var found = buffer.AsSpan(start + at, end - start - at).IndexOf('"');
            if (found < 0)
            {
                at = end - start;
                if (at - first > limits.CellLength)
                {
                    return -1;
                }

                continue;
            }

            at += found;
            if (!Has(at + 1) || buffer[start + at + 1] != '"')
            {
                return at;
            }

            doubled = true;
            at += 2;
        }

        return -1;
    }

    private int End(int at)
    {
        while (Has(at))
        {
            var found = buffer.AsSpan(start + at, end - start - at).IndexOfAny(cellEnds);
            if (found >= 0)
            {
                return at + found;
            }

            at = end - start;
        }

        return at;
    }

    private int AfterLineEnd(int at)
    {
        if (!Has(at))
        {
            return at;
        }

        return buffer[start + at] == '\r' && Has(at + 1) && buffer[start + at + 1] == '\n' ? at + 2 : at + 1;
    }

    /// <summary>Turns two quotation marks into one, in place.</summary>
    private void Undouble()
    {
        for (var i = 0; i < Count; i++)
        {
            if (!cells[i].Doubled)
            {
                continue;
            }

            var text = buffer.AsSpan(start + cells[i].Start, cells[i].Length);
            var kept = 0;
            for (var j = 0; j < text.Length; j++)
            {
                text[kept++] = text[j];
                j += text[j] == '"' ? 1 : 0;
            }

            cells[i] = cells[i] with { Length = kept };
        }
    }

    /// <summary>Whether there is a character at this distance from the row's beginning; reads on where needed.</summary>
    private bool Has(int at) => start + at < end || (!finished && Fill(at));

    private bool Fill(int at)
    {
        while (start + at >= end && !finished)
        {
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                end -= start;
                start = 0;
            }

            if (end == buffer.Length)
            {
                Grow();
            }

            var count = reader.Read(buffer, end, buffer.Length - end);
            finished = count == 0;
            end += count;
        }

        return start + at < end;
    }

    private void Grow()
    {
        if (buffer.Length >= limits.RowLength)
        {
            throw new UnreadableFileException($"{fileName}, row {Number:N0} is longer than {limits.RowLength:N0} characters; the file was not read.");
        }

        Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limits.RowLength));
    }

    private readonly record struct Cell(int Start, int Length, bool Doubled);
}
