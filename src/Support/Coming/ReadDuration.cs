using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Support.Coming;

/// <summary>Reads how long something took as people and systems write it: 1h 30, 90, 1.5 hours, 01:30, 01:30:00.</summary>
internal static partial class ReadDuration
{
    /// <summary>Whole minutes; null where it is nothing of the kind. Whether anything can take so long is for others to say.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="inHours">Whether a bare number is hours.</param>
    public static int? Minutes(string text, bool inHours)
    {
        var said = text.Trim().ToLowerInvariant();
        if (Clock().Match(said) is { Success: true } clock)
        {
            return Rounded((60 * Number(clock, "hours")) + Number(clock, "minutes"));
        }

        if (Words().Match(said) is { Success: true } words && said.Length > 0)
        {
            return Rounded((60 * Number(words, "hours")) + Number(words, "minutes"));
        }

        return Bare().Match(said) is { Success: true } bare ? Rounded(Number(bare, "number") * (inHours ? 60 : 1)) : null;
    }

    private static decimal Number(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? decimal.Parse(group.Value.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture) : 0;

    private static int Rounded(decimal minutes) => (int)Math.Round(minutes, MidpointRounding.AwayFromZero);

    [GeneratedRegex(@"^(?<hours>\d{1,3}):(?<minutes>[0-5]\d)(:\d\d)?$")]
    private static partial Regex Clock();

    /// <summary>Hours, minutes or both; after hours the word for minutes may be left away, as in 1h 30.</summary>
    [GeneratedRegex(@"^(?=\d)((?<hours>\d{1,3}([.,]\d{1,4})?)\s*(hours|hour|hrs|hr|h)\.?,?\s*(and\s+)?((?<minutes>\d{1,4})\s*(minutes|minute|mins|min|m)?\.?)?|(?<minutes>\d{1,5}([.,]\d{1,4})?)\s*(minutes|minute|mins|min|m)\.?)$")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?<number>-?\d{1,6}([.,]\d{1,4})?)$")]
    private static partial Regex Bare();
}
