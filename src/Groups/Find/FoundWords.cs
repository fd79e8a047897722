using Trellis.Platform.Search;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Find;

/// <summary>What the page says above the results: where they lie, in which order they come, and what was made of the words.</summary>
internal sealed class FoundWords(Found found, Texts t)
{
    private readonly Answer answer = found.Answer;

    private bool IsNearestFirst => answer.Sort == SortBy.Distance && found.From is not null;

    /// <summary>How many, where, and from where the nearest first.</summary>
    public string Lead => Number + Place + Order;

    private string Number => answer.Total switch { 0 => t["Nothing found"], 1 => t["1 result"], _ => t["{0:N0} results", answer.Total] };

    private string Place => found.Where is { IsNear: false } place && answer.Relaxed == Relaxed.No ? t[" in {0}", Whole(place.Label)] : "";

    private string Order => IsNearestFirst && answer is { Total: > 1, Relaxed: not Relaxed.Elsewhere } ? t[", nearest to {0} first", Whole(found.From!.Label)] : "";

    /// <summary>Why nothing lies in the place.</summary>
    public string Elsewhere => IsNearestFirst
        ? t["Nothing in {0} has these words. These are elsewhere, nearest first.", found.Where!.Label]
        : t["Nothing in {0} has these words. These are elsewhere.", found.Where!.Label];

    /// <summary>As what the name of a place was taken.</summary>
    public string TakenFor(Whereabouts where) => where switch
    {
        { Within.OrWords: null } => t["We took {0} for a place: only what lies there is shown.", where.Label],
        { Within: not null } => t["We took {0} for a place: what lies there or carries its name is shown.", where.Label],
        _ when found.From is null => t["We took {0} for a place, but do not know where its middle is.", where.Label],
        _ when found.From != where => t["We took {0} for a place, but distances are measured from {1}, which stands under Near.", where.Label, found.From.Label],
        _ when IsNearestFirst => t["We took {0} for a place and put the nearest first.", where.Label],
        _ => t["We took {0} for a place: distances are measured from there.", where.Label],
    };

    /// <summary>No word can be looked for: nothing is found, or all that lies where it was asked for.</summary>
    public string ForNothing => answer.Total == 0
        ? t["There is nothing in “{0}” that can be looked for by itself. Add what it is about, or where.", found.Question.Words.Trim()]
        : t["There is nothing in “{0}” that can be looked for by itself, so everything there is shown.", found.Question.Words.Trim()];

    /// <summary>What the files of these results hold, and what not.</summary>
    public TakenWords Files => new(answer.Total, found.KeptApart, t);

    // A name or postcode must not break in two.
    private static string Whole(string label) => label.Replace(' ', '\u00A0');
}
