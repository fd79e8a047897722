using Trellis.Platform.Exchange;

namespace Trellis.Groups.Intake;

/// <summary>Which heading of a file fills which field: as the mapping says, otherwise by the headings' usual names.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, string> headingOf = new(StringComparer.Ordinal);

    /// <param name="run">Its mapping wins: a heading that it names goes where it says, and nowhere else.</param>
    /// <param name="usual">Each field with the headings that usually mean it, likeliest first; letters and digits only, small.</param>
    public Fields(ImportRun run, IEnumerable<(string Field, string[] Headings)> usual)
    {
        var mapped = run.Mapping.Where(pair => pair.Key != "*").ToDictionary(pair => Plain(pair.Key), pair => pair.Value);
        var free = new List<string>();
        foreach (var heading in run.File.Headings)
        {
            if (mapped.TryGetValue(Plain(heading), out var field))
            {
                headingOf.TryAdd(field, heading);
            }
            else
            {
                free.Add(heading);
            }
        }

        foreach (var (field, headings) in usual.Where(pair => !headingOf.ContainsKey(pair.Field)))
        {
            var best = headings.Select(name => free.Find(heading => Plain(heading) == name)).FirstOrDefault(heading => heading is not null);
            if (best is not null)
            {
                headingOf[field] = best;
                free.Remove(best);
            }
        }

        Unused = free;
    }

    /// <summary>Headings that fill no field; their texts are kept with the row.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>The heading that fills the field; null where none does.</summary>
    public string? this[string field] => headingOf.GetValueOrDefault(field);

    public void Propose(string field, string heading) => headingOf.TryAdd(field, heading);

    public static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
