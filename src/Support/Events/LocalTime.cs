using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Platform.Places;

namespace Trellis.Support.Events;

/// <summary>The clock on the wall in Britain, which is put forward and back.</summary>
internal static partial class LocalTime
{
    private static readonly TimeZoneInfo Zone = PlaceTime.Zone;

    /// <summary>The instant when the clock shows this; null where it is put forward past it. Where it shows it twice, the first time.</summary>
    public static DateTimeOffset? At(DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(shown))
        {
            return null;
        }

        var offset = Zone.IsAmbiguousTime(shown) ? Zone.GetAmbiguousTimeOffsets(shown).Max() : Zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset).ToUniversalTime();
    }

    /// <summary>When this day begins; at one where the clock is put forward at midnight, which it is not in Britain.</summary>
    public static DateTimeOffset Start(DateOnly day) => At(day, TimeOnly.MinValue) ?? At(day, new(1, 0))!.Value;

    public static DateTime Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    public static DateOnly Day(DateTimeOffset instant) => PlaceTime.Day(instant);

    public static TimeOnly Time(DateTimeOffset instant) => TimeOnly.FromDateTime(Of(instant));

    /// <summary>19:00, 19.00, 7pm, 7.30 pm, noon; null for anything else.</summary>
    public static TimeOnly? Read(string? typed)
    {
        var text = (typed ?? "").Trim().ToLowerInvariant();
        if (text == "noon")
        {
            return new(12, 0);
        }

        if (Written().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var hour = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups[3].Value;
        var hours = half switch
        {
            "" => hour,
            _ when hour is < 1 or > 12 => -1,
            "am" => hour % 12,
            _ => (hour % 12) + 12,
        };
        return hours is >= 0 and <= 23 && minute <= 59 ? new(hours, minute) : null;
    }

    [GeneratedRegex(@"^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$")]
    private static partial Regex Written();
}
