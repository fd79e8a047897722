using Trellis.Support.Log;

namespace Trellis.Support.Coming;

/// <summary>Guesses how help was given from another system's word for it.</summary>
internal static class GuessWay
{
    /// <summary>What a word may hold, the more telling first: a training by video is a training, a phone call from a peer is a peer's.</summary>
    private static readonly (Way Way, string[] Words)[] Usual =
    [
        (Way.Peer, ["peer"]),
        (Way.Training, ["training", "workshop", "course", "webinar", "seminar"]),
        (Way.Video, ["video", "zoom", "teams", "online", "virtual", "skype", "google meet"]),
        (Way.Phone, ["phone", "telephone", "call", "mobile"]),
        (Way.Email, ["email", "e-mail", "letter", "mail"]),
        (Way.Visit, ["visit", "site", "outreach"]),
        (Way.InPerson, ["in person", "in-person", "face to face", "face-to-face", "f2f", "1:1", "1-1", "1 to 1", "one to one", "one-to-one", "meeting", "drop-in", "drop in", "office", "surgery"]),
    ];

    public static Way? Of(string word)
    {
        var key = Choices.Key(word);
        var same = Enum.GetValues<Way>().Where(way => Choices.Key(EntryWords.Of(way)) == key || way.ToString().Equals(key, StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Count > 0 ? same[0] : Usual.Where(one => one.Words.Any(part => key.Contains(part, StringComparison.Ordinal))).Select(one => (Way?)one.Way).FirstOrDefault();
    }
}
