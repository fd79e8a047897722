using System.Diagnostics;
using Trellis.Standards.Tables;
using Trellis.Standards.Values;

namespace Trellis.Tests.Standards.Corpus;

/// <summary>What became of one file when it was read as an importer reads: each row, and the values in the columns Date, Amount and Postcode.</summary>
internal sealed class Looked
{
    public string? Refused { get; private set; }

    public List<(long Row, string? Column, string Reason)> Findings { get; } = [];

    public IReadOnlyList<string> Notes { get; private set; } = [];

    public long Rows { get; private set; }

    /// <summary>Time of the processor, so that a busy machine makes no difference; nothing else runs beside it.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Bytes by which the process grew at most.</summary>
    public long Grew { get; private set; }

    public static Looked At(string path, TableLimits? limits = null)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var looked = new Looked();
        var before = Environment.WorkingSet;
        var started = Process.GetCurrentProcess().TotalProcessorTime;
        using var sampler = new Timer(_ => looked.Grew = Math.Max(looked.Grew, Environment.WorkingSet - before), null, 0, 20);
        try
        {
            using var file = TableFile.Open(path, limits ?? TableLimits.Usual);
            foreach (var row in file.Rows())
            {
                looked.Rows++;
                looked.See(row);
            }

            looked.Notes = file.Notes;
        }
        catch (UnreadableFileException refused)
        {
            looked.Refused = refused.Message;
        }

        looked.Took = Process.GetCurrentProcess().TotalProcessorTime - started;
        looked.Grew = Math.Max(looked.Grew, Environment.WorkingSet - before);
        return looked;
    }

    private void See(Row row)
    {
        if (row.Fault is { } fault)
        {
            Findings.Add((row.Number, null, fault));
        }

        Find(row, "Date", Read.Date(row["Date"]).Fault);
        Find(row, "Amount", Read.Pence(row["Amount"]).Fault);
        Find(row, "Postcode", Read.Postcode(row["Postcode"]).Fault);
        Find(row, "Name", Text.Seen(row["Name"]).Note);
    }

    private void Find(Row row, string column, string? reason)
    {
        if (reason is not null && Findings.Count < 1000)
        {
            Findings.Add((row.Number, column, reason));
        }
    }
}
