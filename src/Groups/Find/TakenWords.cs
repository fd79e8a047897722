using Trellis.Platform.Texts;

namespace Trellis.Groups.Find;

/// <summary>What the page of a list says of its files: how many of its lines they hold, and why the others are not in them.</summary>
/// <param name="total">How many the page lists.</param>
/// <param name="apart">Of how many a list under a share-alike licence speaks.</param>
internal sealed class TakenWords(int total, int apart, Texts t)
{
    /// <summary>Whether there is anything to take along.</summary>
    public bool IsAny => apart < total;

    /// <summary>What the files hold.</summary>
    public string Taken => (total, apart) switch
    {
        (1, _) => t["this result"],
        (_, 0) => t["these {0:N0} results", total],
        _ => t["{0:N0} of these {1:N0} results", total - apart, total],
    };

    /// <summary>How many they leave out and why; null where they hold all.</summary>
    public string? NotTaken => (IsAny, apart) switch
    {
        (_, 0) => null,
        (false, 1) => t["1 result cannot be downloaded here: the list that tells of it may only be passed on under its own licence."],
        (false, _) => t["{0:N0} results cannot be downloaded here: the lists that tell of them may only be passed on under their own licence.", apart],
        (_, 1) => t["1 result is not in these files: the list that tells of it may only be passed on under its own licence."],
        _ => t["{0:N0} results are not in these files: the lists that tell of them may only be passed on under their own licence.", apart],
    };
}
