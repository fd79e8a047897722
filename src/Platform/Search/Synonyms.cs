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

    /// <summary>Reads one group a line, its phrases parted by "="; a line that begins with # says something to people. Lines that have a phrase in common are one group.</summary>
    public static Synonyms Read(IEnumerable<string> lines)
    {
        var groups = new List<List<string>>();
        foreach (var line in lines.Where(line => !line.StartsWith('#')))
        {
            var phrases = line.Split('=', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
            if (phrases.Count > 1)
            {
                var same = groups.FindAll(group => group.Exists(phrase => phrases.Contains(phrase, StringComparer.OrdinalIgnoreCase)));
                groups.RemoveAll(same.Contains);
                groups.Add([.. same.SelectMany(group => group).Concat(phrases).Distinct(StringComparer.OrdinalIgnoreCase)]);
            }
        }

        return new(groups);
    }

    /// <summary>The term that stands for the group; no word can be written like this.</summary>
    internal static string Term(int group) => "=" + group;
}
