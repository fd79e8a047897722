namespace Trellis.Platform.Jobs;

/// <summary>When a job is to be done.</summary>
public abstract record Rhythm
{
    /// <summary>Whenever there is something to do, within seconds.</summary>
    public static readonly Rhythm Always = new AtOnce();

    /// <summary>Once a day, at a time of the night (UTC).</summary>
    public static Rhythm Daily(int hour, int minute) => new EachDay(new(hour, minute));

    /// <summary>Again and again, so long after the last time.</summary>
    public static Rhythm Every(TimeSpan time) => new Again(time);

    /// <summary>The first time after this one. What was missed meanwhile is done once, not once for each time missed.</summary>
    public abstract DateTimeOffset Next(DateTimeOffset after);

    /// <summary>For people: "each day at 02:10".</summary>
    public abstract string Words { get; }

    internal sealed record AtOnce : Rhythm
    {
        public override string Words => "At once, whenever there is something to do";

        public override DateTimeOffset Next(DateTimeOffset after) => after;
    }

    private sealed record EachDay(TimeOnly At) : Rhythm
    {
        public override string Words => $"Each day at {At:HH:mm} UTC";

        public override DateTimeOffset Next(DateTimeOffset after)
        {
            var today = new DateTimeOffset(after.UtcDateTime.Date + At.ToTimeSpan(), TimeSpan.Zero);
            return today > after ? today : today.AddDays(1);
        }
    }

    private sealed record Again(TimeSpan Time) : Rhythm
    {
        public override string Words => Time == TimeSpan.FromHours(1) ? "Each hour" : $"Every {Time.TotalMinutes:0} minutes";

        public override DateTimeOffset Next(DateTimeOffset after) => after + Time;
    }
}
