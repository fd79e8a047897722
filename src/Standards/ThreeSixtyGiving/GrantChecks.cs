namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>What one check found in a file.</summary>
/// <param name="Check">The check's name in the official data quality library, as in ZeroAmountTest.</param>
/// <param name="IsAccuracy">True where the data may be wrong, false where it could be more useful.</param>
/// <param name="Count">How many grants it concerns.</param>
/// <param name="Share">The part of all grants, from 0 to 1.</param>
/// <param name="Sentence">What it means, for a person.</param>
public sealed record GrantCheckResult(string Check, bool IsAccuracy, long Count, double Share, string Sentence);

/// <summary>Values that the schema of the standard does not allow.</summary>
/// <param name="Kind">The schema's word: required, enum, uri, date-time, number, string, oneOf.</param>
/// <param name="Path">Where, without positions, as in recipientOrganization/url.</param>
/// <param name="Count">How many values.</param>
public sealed record GrantSchemaFault(string Kind, string Path, long Count);

/// <summary>Checks grants as they pass, against the schema of 360Giving 1.4.3 and with the checks of its data quality library.</summary>
/// <remarks>The names and counts are those of lib360dataquality (May 2026); dates are looked at from the day given.</remarks>
/// <param name="today">The day from which "in the future" and "over 25 years ago" are counted.</param>
public sealed class GrantChecks(DateOnly today)
{
    private readonly Dictionary<string, long> counts = [];
    private readonly Dictionary<(string Kind, string Path), long> schema = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> funders = new(StringComparer.Ordinal);

    /// <summary>Grants looked at.</summary>
    public long Grants { get; private set; }

    /// <summary>Grants whose identifier another grant before had.</summary>
    public long DuplicateIds { get; private set; }

    /// <summary>What was found, in the order of the checks; checks that found nothing are left out.</summary>
    public IReadOnlyList<GrantCheckResult> Results =>
    [
        .. GrantCheck.All.Where(c => counts.ContainsKey(c.Name)).Select(c => Result(c, counts[c.Name])),
        .. funders.Count > 1 ? [new GrantCheckResult("MoreThanOneFundingOrg", true, 0, 0, $"{funders.Count:N0} different funders are named.")] : Array.Empty<GrantCheckResult>(),
    ];

    /// <summary>Where the schema is not kept; empty where the file is valid.</summary>
    public IReadOnlyList<GrantSchemaFault> SchemaFaults =>
        [.. schema.Select(e => new GrantSchemaFault(e.Key.Kind, e.Key.Path, e.Value)).OrderByDescending(e => e.Count).ThenBy(e => e.Path, StringComparer.Ordinal)];

    /// <summary>Looks at one grant; nothing of it is kept but its identifier.</summary>
    public void Add(Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        Grants++;
        if (grant.Id is { } id && !ids.Add(id))
        {
            DuplicateIds++;
        }

        foreach (var check in GrantCheck.All)
        {
            if (check.Concerns(grant, today))
            {
                counts[check.Name] = counts.GetValueOrDefault(check.Name) + 1;
            }
        }

        funders.UnionWith(grant.Funders.Select(f => f.Id).OfType<string>());
        foreach (var fault in GrantSchema.Faults(grant.Content))
        {
            schema[fault] = schema.GetValueOrDefault(fault) + 1;
        }
    }

    private GrantCheckResult Result(GrantCheck check, long count) =>
        new(check.Name, check.IsAccuracy, count, Math.Round((double)count / Math.Max(1, Grants), 4), $"{count:N0} of {Grants:N0} grants {check.Sentence}.");
}
