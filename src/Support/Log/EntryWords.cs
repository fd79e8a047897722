using Trellis.Platform.Texts;
using Trellis.Platform.Web.Components;
using Trellis.Support.Topics;

namespace Trellis.Support.Log;

/// <summary>How the support log speaks.</summary>
internal static class EntryWords
{
    public static string Of(Way way) => way switch
    {
        Way.InPerson => "In person",
        Way.Phone => "By phone",
        Way.Video => "By video",
        Way.Email => "By email",
        Way.Visit => "A visit",
        Way.Training => "Training",
        _ => "From peer to peer",
    };

    /// <summary>12 minutes; 2 hours 5 minutes.</summary>
    public static string Time(Texts t, long? minutes) => minutes switch
    {
        null => t["Time not known"],
        1 => t["1 minute"],
        < 60 => t["{0} minutes", minutes],
        60 => t["1 hour"],
        _ when minutes % 60 == 0 => t["{0:N0} hours", minutes / 60],
        _ => t["{0:N0} h {1:00} min", minutes / 60, minutes % 60],
    };

    public static IReadOnlyList<Choice> Ways(Texts t) => [.. Enum.GetValues<Way>().Select(way => new Choice(way.ToString(), t[Of(way)]))];
}
