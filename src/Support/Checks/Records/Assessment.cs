using Trellis.Platform.Audit;

namespace Trellis.Support.Checks.Records;

/// <summary>One filling-in of a health check by a group: some people answer, they talk, they agree. It is the group's own.</summary>
internal sealed class Assessment : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid InstrumentId { get; init; }

    /// <summary>The one it is compared with; null for a first one.</summary>
    public Guid? BeforeId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The worker or lead; null once they are erased.</summary>
    public Guid? StartedBy { get; set; }

    /// <summary>Since when nobody answers any more, and the spread is there to talk about.</summary>
    public DateTimeOffset? AnswersClosedAt { get; set; }

    /// <summary>Since when what was agreed stands.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Made up for the demo.</summary>
    public required bool IsSample { get; init; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>Somebody of the group who was asked by link and needs no account.</summary>
internal sealed class Respondent
{
    public required Guid Id { get; init; }

    public required Guid AssessmentId { get; init; }

    public required string Name { get; init; }

    /// <summary>What they are in the group, as in Treasurer.</summary>
    public required string Part { get; init; }

    /// <summary>Null where the link is handed over in another way.</summary>
    public string? Email { get; init; }

    public required string TokenHash { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public Guid? AskedBy { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>What one person said of one item: a level, not known, or does not apply, and why.</summary>
internal sealed class Answer
{
    public required Guid Id { get; init; }

    public required Guid RespondentId { get; init; }

    public required string Item { get; init; }

    /// <summary>Null while only the reason was begun.</summary>
    public Said? Said { get; set; }

    /// <summary>At a second check: where they think now that the group was at the first.</summary>
    public Said? ThenSaid { get; set; }

    public string? Why { get; set; }

    public required DateTimeOffset AnsweredAt { get; set; }
}

/// <summary>What the group agreed on an item when it talked. It is the group's own level: nobody else corrects it.</summary>
internal sealed class Agreed : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid AssessmentId { get; init; }

    public required string Item { get; init; }

    public required Said Said { get; set; }

    public required string Reason { get; set; }

    public string? Evidence { get; set; }

    public required DateTimeOffset AgreedAt { get; set; }

    /// <summary>Who wrote it down.</summary>
    public Guid? AgreedBy { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>For whom a group can open a check.</summary>
internal enum Audience
{
    /// <summary>The organisation that supports it: its workers and managers.</summary>
    Support,

    /// <summary>One funder, named, by a link of its own.</summary>
    Funder,

    /// <summary>Counts of changes without the group's name.</summary>
    Statistics,
}

/// <summary>A group's yes to one audience, until it is withdrawn.</summary>
internal sealed class CheckConsent : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid AssessmentId { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The funder's name.</summary>
    public string? Funder { get; init; }

    public string? TokenHash { get; init; }

    /// <summary>Who of the group said yes, where a worker wrote it down.</summary>
    public string? OnWordOf { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public Guid? GivenBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>The text of an instrument as it was when a check first used it.</summary>
internal sealed class KeptInstrument
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Version { get; init; }

    public required string Print { get; init; }

    public required string Content { get; init; }

    public required DateTimeOffset KeptAt { get; init; }
}
