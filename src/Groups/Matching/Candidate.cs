using Trellis.Groups.Contract;

namespace Trellis.Groups.Matching;

/// <summary>What is asked: a body as some file names it.</summary>
internal readonly record struct Asked(string Name, IReadOnlyList<string> Identifiers, string? Postcode, string? Website = null, string? Telephone = null, string? Email = null);

/// <summary>An organisation that may be meant, how sure that is (0 to 100), and why, in words.</summary>
internal sealed record Candidate(Guid OrganisationId, int Score, MatchedBy By, string Reason);

/// <summary>The two lines that decide what happens with a candidate. docs/matching.md says how they were found.</summary>
internal static class Lines
{
    /// <summary>From here on it is joined by itself.</summary>
    public const int High = 80;

    /// <summary>From here on a person is asked.</summary>
    public const int Low = 60;

    /// <summary>From here on it is shown to somebody who is about to enter a group by hand: they look in a moment, and a twin costs hours.</summary>
    public const int WorthALook = 50;
}
