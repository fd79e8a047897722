namespace Trellis.Platform.Search;

/// <summary>Groups of phrases that mean the same: "food bank" = "foodbank" = "pantry". Each group becomes one term wherever one of its phrases stands.</summary>
public sealed class Synonyms
{
    public static readonly Synonyms None = new([]);

    private readonly List<(int Group, string Phrase)> phrases = [];

    public Synonyms(IEnumerable<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups)
        {
            phrases.AddRange(group.Select(phrase => (GroupCount, phrase)));
            GroupCount++;
        }
    }

    public int GroupCount { get; private set; }

    public IReadOnlyList<(int Group, string Phrase)> Phrases => phrases;

    /// <summary>Reads one group a line, its phrases parted by "="; a line that begins with # says something to people.</summary>
    public static Synonyms Read(IEnumerable<string> lines) => new(
        from line in lines
        where !line.StartsWith('#')
        let phrases = line.Split('=', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where phrases.Length > 1
        select phrases);

    /// <summary>The term that stands for the group; no word can be written like this.</summary>
    internal static string Term(int group) => "=" + group;
}
