using Trellis.Platform.Exchange;

namespace Trellis.Groups.Contract;

/// <summary>How a name in some file was joined to an organisation.</summary>
public enum MatchedBy
{
    Identifier,

    /// <summary>Another register's number for the same body: charity and company number, a re-registration.</summary>
    Crosswalk,
    Name,

    /// <summary>A working, former or other name.</summary>
    OtherName,
}

/// <summary>Which organisation is meant, and why we think so, in words.</summary>
public sealed record Match(Guid OrganisationId, MatchedBy By, string Reason);

/// <summary>Tells which of the place's organisations a name or number in a file means; loaded once for a whole file.</summary>
public abstract class WhoIsWho
{
    /// <summary>The organisation, or null where none is meant with enough certainty.</summary>
    /// <param name="name">As the file has it.</param>
    /// <param name="identifiers">org-id style, as in GB-CHC-1234567; empty where there are none.</param>
    /// <param name="postcode">Written with one space; null where unknown.</param>
    public abstract Match? Find(string name, IReadOnlyList<string> identifiers, string? postcode);

    /// <summary>The organisations that may be meant where none is certain, the likeliest first, for a person to choose from.</summary>
    public abstract IReadOnlyList<Match> Likely(string name, IReadOnlyList<string> identifiers, string? postcode, int most);
}

/// <summary>What a file of money says about an organisation that it names, so that funders and recipients become known.</summary>
public sealed record Mention(string Key, string Name, IReadOnlyList<string> Identifiers, string? Postcode, string? Website, string? Description, bool IsPublicBody);

/// <summary>The door to the place's organisations for other modules' importers.</summary>
public abstract class Organisations
{
    /// <summary>Reads names and identifiers into memory, as they stand inside the run's transaction.</summary>
    public abstract Task<WhoIsWho> Load(ImportRun run, CancellationToken stop);

    /// <summary>The same outside an import, on a connection of its own.</summary>
    public abstract Task<WhoIsWho> Load(Guid placeId, CancellationToken stop);

    /// <summary>Of these organisations, the keys of the mentions that a list's own record holds to them: what the directory joined, not a name alone.</summary>
    public abstract Task<IReadOnlySet<(string Key, Guid OrganisationId)>> Recorded(IReadOnlyCollection<Guid> organisations, CancellationToken stop);

    /// <summary>
    /// Makes sure that each mentioned organisation is known, as a source record of the run's source, joined to the organisation it means or a new one.
    /// Returns the organisation of each mention, by its key.
    /// </summary>
    public abstract Task<IReadOnlyDictionary<string, Match>> MakeKnown(ImportRun run, IReadOnlyCollection<Mention> mentions, CancellationToken stop);
}

/// <summary>Organisations of a place came in, changed or went; whoever joins by name looks again.</summary>
public sealed record OrganisationsChanged(Guid PlaceId);
