using Trellis.Groups.Contract;

namespace Trellis.Support.Coming;

/// <summary>What becomes of a row.</summary>
internal enum Fate
{
    ComesIn,

    /// <summary>It was brought in or written down before.</summary>
    IsHere,

    /// <summary>Somebody must first say which group or topic is meant.</summary>
    Waits,

    /// <summary>Somebody said that rows like it stay out.</summary>
    LeftOut,
    Refused,
}

/// <summary>A group as a row names it.</summary>
internal sealed record AskedGroup(string Name, string? Number, string? Postcode)
{
    /// <summary>By what the answer is remembered.</summary>
    public string Key { get; } = Choices.Key(string.Join(" | ", new[] { Name, Number, Postcode }.OfType<string>()));
}

/// <summary>A row of a file as it was understood.</summary>
internal abstract class ComingRow(FileRow row)
{
    public FileRow Row => row;

    /// <summary>Why it cannot be taken, in one sentence.</summary>
    public string? Fault { get; set; }

    /// <summary>What was left away or cut, a sentence each.</summary>
    public List<string> Notes { get; } = [];

    public IReadOnlyList<AskedGroup> Asked { get; set; } = [];

    public Fate Fate { get; set; } = Fate.Waits;

    /// <summary>The groups that are meant, once that is known.</summary>
    public IReadOnlyList<OrganisationSummary> Groups { get; private set; } = [];

    /// <summary>How many records it becomes where it comes in.</summary>
    public virtual int Makes => 1;

    /// <summary>Takes over which groups are meant; null for one of which somebody has to say, and <see cref="Choices.LeaveOut"/> for one whose rows stay out.</summary>
    public void Decide(IReadOnlyDictionary<string, string?> meant, IReadOnlyDictionary<Guid, OrganisationSummary> all)
    {
        var answers = Asked.Select(group => meant[group.Key]).ToList();
        Groups = [.. answers.Where(answer => answer is not null and not Choices.LeaveOut).Select(answer => all[Guid.Parse(answer!)]).DistinctBy(group => group.Id)];
        Fate = answers.TrueForAll(answer => answer == Choices.LeaveOut) ? Fate.LeftOut : answers.Contains(null) ? Fate.Waits : Fate.ComesIn;
    }

    public void Note(bool isSo, string sentence)
    {
        if (isSo)
        {
            Notes.Add(sentence);
        }
    }
}
