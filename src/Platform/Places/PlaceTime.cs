namespace Trellis.Platform.Places;

/// <summary>The days of a place, which begin by the clock on its walls: in Britain that is put forward and back.</summary>
public static class PlaceTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
