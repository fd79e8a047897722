using Trellis.Platform.Web.Components;

namespace Trellis.Support.Coming;

/// <summary>A word of a file (a topic, a way, somebody's name) and what it means here.</summary>
/// <param name="Text">As it stands in the file; empty for rows that say nothing.</param>
/// <param name="Means">The value that was chosen or guessed; null where somebody has to say.</param>
internal sealed record WordOfFile(string Text, int Rows, string? Means)
{
    public string Key => Choices.Key(Text);

    /// <summary>Each word of the rows once, those that somebody has to explain first, then the commonest.</summary>
    public static IReadOnlyList<WordOfFile> Of(IEnumerable<string> words, Func<string, string?> means) =>
    [
        .. words.GroupBy(Choices.Key).Select(same => new WordOfFile(same.First(), same.Count(), means(same.First())))
            .OrderBy(word => word.Means is not null).ThenByDescending(word => word.Rows).ThenBy(word => word.Text, StringComparer.CurrentCultureIgnoreCase),
    ];

    /// <summary>What was chosen, as long as it is still offered; otherwise what is guessed.</summary>
    public static string? Said(IReadOnlyDictionary<string, string> chosen, string word, IReadOnlyList<Choice> offered, Func<string?> guess) =>
        chosen.TryGetValue(Choices.Key(word), out var value) && offered.Any(one => one.Value == value) ? value : guess();
}
