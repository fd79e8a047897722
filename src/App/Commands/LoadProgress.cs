using Trellis.Platform.Exchange;

namespace Trellis.App.Commands;

/// <summary>Shows files coming in: a bar with rows, rate and time left, without the bar where nobody knows how many there are; plain lines where there is no terminal.</summary>
internal sealed class LoadProgress(TimeProvider clock)
{
    private const int BarWidth = 24;
    private const int LineWidth = 108;
    private static readonly TimeSpan BetweenDrawings = TimeSpan.FromMilliseconds(120);
    private readonly bool terminal = !Console.IsOutputRedirected;
    private long began;
    private long drawn;

    public LoadPlace.Watcher Watcher => new(Begin, Rows, Done);

    /// <summary>Takes the line of a file away, for what is told of it afterwards.</summary>
    public void Erase()
    {
        if (terminal)
        {
            Console.Write($"\r{new string(' ', LineWidth)}\r");
        }
    }

    private void Begin(SourceDetails file)
    {
        began = clock.GetTimestamp();
        drawn = 0;
        if (terminal)
        {
            Draw(file, 0);
        }
    }

    private void Rows(SourceDetails file, long rows)
    {
        if (terminal && clock.GetElapsedTime(drawn) >= BetweenDrawings)
        {
            Draw(file, rows);
        }
    }

    private void Done(SourceDetails file, RunImport.Account? account)
    {
        if (account is null)
        {
            return; // in already, from an earlier start
        }

        var seconds = Math.Max(0.001, clock.GetElapsedTime(began).TotalSeconds);
        var rows = account.Report.RowsIn;
        Console.WriteLine($"{(terminal ? "\r" : "")}{file.Title,-58} {rows,9:N0} rows {rows / seconds,9:N0} a second {Short(account.Report),-28}");
    }

    private void Draw(SourceDetails file, long rows)
    {
        drawn = clock.GetTimestamp();
        var share = file.Rows == 0 ? 0 : Math.Min(1.0, (double)rows / file.Rows);
        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        var left = share is 0 or 1 ? "" : $"{seconds / share * (1 - share):N0} s left";
        var filled = (int)(share * BarWidth);
        var bar = file.Rows == 0 ? "" : $"[{new string('█', filled)}{new string('·', BarWidth - filled)}] ";
        Console.Write($"\r{Cut(file.Title),-40} {bar}{rows,9:N0} rows {rows / Math.Max(0.001, seconds),9:N0}/s {left,-10}");
    }

    private static string Cut(string title) => title.Length <= 40 ? title : title[..39] + "…";

    private static string Short(ImportReport report) => report.FindingCount switch { 0 => "", 1 => "1 finding", var many => $"{many:N0} findings" };
}
