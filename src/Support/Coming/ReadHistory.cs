using System.Globalization;
using Trellis.Platform;
using Trellis.Standards.Values;
using Trellis.Support.Log;

namespace Trellis.Support.Coming;

/// <summary>Reads the rows of a file as support history. What a row means in this place (its groups, its topic) is found out later.</summary>
internal sealed class ReadHistory(FileTable table, Choices said, DateTimeOffset now) : RowReader(table, said)
{
    private const int LongestDone = 5_000;
    private const int LongestNext = 300;

    public HistoryRow Handle(FileRow row)
    {
        var read = new HistoryRow(row);
        read.Fault = row.Fault ?? Day(row, read) ?? Time(row, read) ?? Groups(row, read);
        if (read.Fault is not null)
        {
            read.Fate = Fate.Refused;
            return read;
        }

        (read.Worker, read.WorkerEmail) = (Word(row, HistoryField.Worker), Word(row, HistoryField.WorkerEmail));
        (read.WorkerEmail, read.Worker) = read.WorkerEmail is null && read.Worker?.Contains('@') == true ? (read.Worker, null) : (read.WorkerEmail, read.Worker);
        (read.WayWord, read.TopicWord, read.Reference) = (Word(row, HistoryField.Way) ?? "", Word(row, HistoryField.Topic) ?? "", Word(row, HistoryField.Reference));
        read.IsShared = Choices.Key(Text(row, HistoryField.Shared)) is "yes" or "y" or "true" or "1";
        Said(row, read);
        return read;
    }

    private string? Day(FileRow row, HistoryRow read)
    {
        var text = Text(row, HistoryField.Date);
        var day = ReadDay.Of(text, Says.MonthFirst);
        if (day.Value is not { } found)
        {
            return day.Fault ?? "The row has no day.";
        }

        (read.OnDay, read.IsAmbiguous) = (found, ReadDay.IsAmbiguous(text));
        return found > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1) ? $"{found:d MMMM yyyy} is still to come. Help is logged once it was given."
            : WrittenAt(found) < now.AddDays(-LogServices.KeptDays) ? $"{found:d MMMM yyyy} is more than six years ago. The log is kept for six years after the help."
            : null;
    }

    /// <summary>Help that is brought in counts as written at noon of its day: so its time is over when it would have been, and what comes next is done once something later stands in the log.</summary>
    public static DateTimeOffset WrittenAt(DateOnly day) => new(day.ToDateTime(new(12, 0)), TimeSpan.Zero);

    private string? Time(FileRow row, HistoryRow read)
    {
        if (Text(row, HistoryField.Began) is { } began)
        {
            read.Began = TimeOnly.TryParse(began, CultureInfo.InvariantCulture, out var at) ? (at.Hour * 60) + at.Minute : null;
            read.Note(read.Began is null, $"“{Short(began)}” is no time of day, and was left away.");
        }

        if (Text(row, HistoryField.Time) is not { } text)
        {
            return null;
        }

        read.Minutes = ReadDuration.Minutes(text, Says.InHours);
        return read.Minutes switch
        {
            null => $"“{Short(text)}” is no time that can be read. Write it as 90, 1:30 or 1h 30.",
            < 1 or > ReadEntryForm.MostMinutes => $"Help takes from 1 to {ReadEntryForm.MostMinutes:N0} minutes, and this is {read.Minutes:N0}.",
            _ => null,
        };
    }

    private void Said(FileRow row, HistoryRow read)
    {
        var done = FreeText.TidyProse(string.Join("\n", Texts(row, HistoryField.Done)));
        read.Note(done is { Length: > LongestDone }, $"What was done is longer than {LongestDone:N0} letters, and was cut.");
        read.Done = done is null ? FreeText.TidyProse(read.TopicWord) ?? "Nothing was written down." : Cut(done, LongestDone);
        var next = FreeText.TidyProse(Text(row, HistoryField.Next));
        read.Note(next is { Length: > LongestNext }, $"What comes next is longer than {LongestNext} letters, and was cut.");
        read.Next = next is null ? null : Cut(next, LongestNext);
        var nextOn = ReadDay.Of(Text(row, HistoryField.NextOn), Says.MonthFirst);
        read.NextOn = nextOn.Value >= read.OnDay ? nextOn.Value : null;
        read.Note(nextOn.Fault is not null || nextOn.Value < read.OnDay, "When the next step is due is no day after the help, and was left away.");
    }
}
