using Trellis.Platform;
using Trellis.Standards.Values;

namespace Trellis.Support.Events.Planning;

/// <summary>A session as it is to be kept.</summary>
internal sealed record Sitting(Guid? Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>Reads the sessions of an event: each a day with two times on the clock of the place, in the order they take place, none over another.</summary>
internal static class ReadSessions
{
    private const int Most = 60;

    /// <param name="known">What they were before; a session that stays as it was may be over.</param>
    public static List<Sitting> From(IReadOnlyList<EventForm.Sitting> typed, IReadOnlyCollection<EventSession> known, DateTimeOffset now, List<Problem> problems)
    {
        var read = new List<(int At, Sitting Sitting)>();
        var before = problems.Count;
        foreach (var (sitting, at) in typed.Select((sitting, at) => (sitting, at)).Where(one => !one.sitting.IsEmpty))
        {
            if (One(sitting, $"Sessions[{at}].", problems) is { } found)
            {
                read.Add((at, found));
                Past(found, known, now, $"Sessions[{at}].Day", problems);
            }
        }

        if (read.Count == 0 && problems.Count == before)
        {
            problems.Add(new("Sessions[0].Day", "Say on which day it takes place, as in 3 December 2026, and from when to when."));
        }

        if (read.Count > Most)
        {
            problems.Add(new("Sessions[0].Day", $"There are {read.Count} sessions. Make it {Most} at most, or plan the rest as another event."));
        }

        Overlaps([.. read.OrderBy(one => one.Sitting.StartsAt)], problems);
        return [.. read.Select(one => one.Sitting).OrderBy(one => one.StartsAt)];
    }

    private static Sitting? One(EventForm.Sitting typed, string field, List<Problem> problems)
    {
        var day = Read.Date(typed.Day);
        var (from, to) = (LocalTime.Read(typed.From), LocalTime.Read(typed.To));
        var before = problems.Count;
        if (day.Value is null)
        {
            problems.Add(new(field + "Day", day.Fault ?? "Say on which day, as in 3 December 2026."));
        }

        if (from is null)
        {
            problems.Add(new(field + "From", "Say when it begins, as in 19:00 or 7pm."));
        }

        if (to is null)
        {
            problems.Add(new(field + "To", "Say when it ends, as in 21:00 or 9pm."));
        }

        if (problems.Count > before)
        {
            return null;
        }

        if (to <= from)
        {
            problems.Add(new(field + "To", $"It would end at {to:HH:mm} and begin at {from:HH:mm}. Enter an end that is after the beginning; what goes on past midnight is two sessions."));
            return null;
        }

        var (starts, ends) = (LocalTime.At(day.Value!.Value, from!.Value), LocalTime.At(day.Value.Value, to!.Value));
        if (starts is null || ends is null)
        {
            problems.Add(new(field + (starts is null ? "From" : "To"), "The clocks go forward that night, and this time does not exist. Choose one an hour later."));
            return null;
        }

        return new(typed.Id, starts.Value, ends.Value);
    }

    private static void Past(Sitting read, IReadOnlyCollection<EventSession> known, DateTimeOffset now, string field, List<Problem> problems)
    {
        if (read.StartsAt < now && !known.Any(one => one.Id == read.Id && one.StartsAt == read.StartsAt && one.EndsAt == read.EndsAt))
        {
            problems.Add(new(field, $"{EventWords.Moment(read.StartsAt)} is over. Choose a day that is to come."));
        }
    }

    private static void Overlaps(IReadOnlyList<(int At, Sitting Sitting)> inOrder, List<Problem> problems)
    {
        foreach (var (one, next) in inOrder.Zip(inOrder.Skip(1)))
        {
            if (next.Sitting.StartsAt < one.Sitting.EndsAt)
            {
                problems.Add(new($"Sessions[{next.At}].From", $"This session begins at {EventWords.Moment(next.Sitting.StartsAt)}, before another ends at {EventWords.Moment(one.Sitting.EndsAt)}. Move one of the two."));
            }
        }
    }
}
