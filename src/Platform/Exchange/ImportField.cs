namespace Trellis.Platform.Exchange;

/// <summary>What a column of a file can hold.</summary>
/// <param name="Name">The word for <c>--map</c>, as in charity-number.</param>
/// <param name="Words">How people read it.</param>
/// <param name="Headings">The headings that usually mean it, likeliest first; letters and digits only, small.</param>
public sealed record ImportField(string Name, string Words, params IReadOnlyList<string> Headings)
{
    /// <summary>In a mapping: the column is kept with its rows, and nothing of it is shown.</summary>
    public const string NotShown = "-";

    /// <summary>A heading by its letters and digits alone, small.</summary>
    public static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>What can be said of a file as a whole. In a mapping it stands under "*", as in "kind=Club; addresses=private".</summary>
/// <param name="Name">As in kind.</param>
/// <param name="Words">The question, for a person.</param>
/// <param name="None">The answer that says nothing, or <paramref name="Otherwise"/> where something else is usual.</param>
/// <param name="Answers">The other answers; their values go into the mapping.</param>
/// <param name="Usual">What holds of a file of which nobody has answered this; null for nothing.</param>
/// <param name="Otherwise">What goes into the mapping for <paramref name="None"/>, so that it is known to have been said; null where it need not be.</param>
public sealed record ImportOption(string Name, string Words, string None, IReadOnlyList<ImportOption.Answer> Answers, string? Usual = null, string? Otherwise = null)
{
    public sealed record Answer(string Value, string Words);

    /// <summary>What can stand in a mapping for it.</summary>
    internal IEnumerable<string> Values => Answers.Select(answer => answer.Value).Concat(Otherwise is null ? [] : [Otherwise]);

    /// <summary>What goes into the mapping for what somebody chose on a page; null for nothing.</summary>
    internal string? ValueOf(string? chosen) => Answers.FirstOrDefault(answer => answer.Value == chosen)?.Value ?? Otherwise;
}
