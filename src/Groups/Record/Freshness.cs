namespace Trellis.Groups.Record;

/// <summary>How often a group wants to be asked whether its entry is still right, and how it has answered of late.</summary>
internal sealed class Freshness
{
    /// <summary>From so many unanswered askings on the entry is shown as not confirmed.</summary>
    public const int TooMany = 2;

    public const int DaysToAnswer = 14;

    public required Guid OrganisationId { get; init; }

    /// <summary>3, 6 or 12; null where the group has not said.</summary>
    public int? EveryMonths { get; set; }

    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>Askings since the latest answer.</summary>
    public required int Unanswered { get; set; }

    public int Version { get; set; }

    /// <summary>Asked twice, and the second time long enough ago to have answered.</summary>
    public bool IsSilent(DateTimeOffset now) => Unanswered >= TooMany && AskedAt?.AddDays(DaysToAnswer) <= now;
}
