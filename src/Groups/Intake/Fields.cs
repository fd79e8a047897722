using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Groups.Intake;

/// <summary>Which heading of a file fills which field: as the mapping says, otherwise by the headings' usual names.</summary>
internal sealed class Fields
{
    private const int MostNamed = 20;
    private readonly ImportRun run;
    private readonly Dictionary<string, string> headingOf = new(StringComparer.Ordinal);

    /// <param name="run">Its mapping wins: a heading that it names goes where it says, and nowhere else.</param>
    /// <param name="usual">The fields there are.</param>
    /// <exception cref="FileRefusedException">The mapping names a heading that the file has not, or a field that there is not.</exception>
    public Fields(ImportRun run, IReadOnlyList<ImportField> usual)
    {
        this.run = run;
        var (fields, plain) = (usual.Select(field => field.Name).Append(ImportField.NotShown).ToList(), run.File.Headings.Select(Plain).ToHashSet());
        foreach (var (heading, field) in run.Mapping.Where(pair => pair.Key != "*"))
        {
            if (!run.File.Headings.Contains(heading, Heading.Comparer) && !plain.Contains(Plain(heading)))
            {
                throw new FileRefusedException($"{run.File.FileName} has no column {heading}. It has {string.Join(", ", run.File.Headings.Take(MostNamed))}{(run.File.Headings.Count > MostNamed ? " and others" : "")}.");
            }

            if (!fields.Contains(field))
            {
                throw new FileRefusedException($"A column cannot be read as {field}. Choose one of {string.Join(", ", fields)}.");
            }
        }

        var mapped = run.Mapping.Where(pair => pair.Key != "*").DistinctBy(pair => pair.Key, Heading.Comparer).ToDictionary(Heading.Comparer);
        var loosely = run.Mapping.Where(pair => pair.Key != "*" && !run.File.Headings.Contains(pair.Key, Heading.Comparer)).DistinctBy(pair => Plain(pair.Key)).ToDictionary(pair => Plain(pair.Key), pair => pair.Value);
        var free = new List<string>();
        foreach (var heading in run.File.Headings)
        {
            if (mapped.TryGetValue(heading, out var field) || loosely.TryGetValue(Plain(heading), out field))
            {
                Fill(field, heading);
            }
            else
            {
                free.Add(heading);
            }
        }

        foreach (var field in usual.Where(field => !headingOf.ContainsKey(field.Name)))
        {
            var best = field.Headings.Select(name => free.Find(heading => Plain(heading) == name)).FirstOrDefault(heading => heading is not null);
            if (best is not null)
            {
                Fill(field.Name, best);
                free.Remove(best);
            }
        }

        Unused = free;
    }

    /// <summary>Headings that fill no field; their texts are kept with the row.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>Those of them that were not proposed for a field afterwards.</summary>
    public IReadOnlyList<string> Left => [.. Unused.Except(headingOf.Values)];

    /// <summary>The heading that fills the field; null where none does.</summary>
    public string? this[string field] => headingOf.GetValueOrDefault(field);

    public void Propose(string field, string heading) => Fill(field, heading);

    private void Fill(string field, string heading)
    {
        if (field != ImportField.NotShown && headingOf.TryAdd(field, heading))
        {
            run.ReadAs[heading] = field;
        }
    }

    public static string Plain(string heading) => ImportField.Plain(heading);
}
