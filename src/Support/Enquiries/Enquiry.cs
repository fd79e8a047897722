using Trellis.Platform.Audit;

namespace Trellis.Support.Enquiries;

/// <summary>How an enquiry came.</summary>
internal enum Channel
{
    Phone,
    Email,
    InPerson,
    Website,
    Event,
}

/// <summary>How an enquiry stands.</summary>
internal enum EnquiryState
{
    New,
    Open,

    /// <summary>They are to answer first.</summary>
    Waiting,
    Answered,
    Closed,
}

/// <summary>What somebody says of the help they had.</summary>
internal enum Satisfaction
{
    Helped,
    HelpedInPart,
    DidNotHelp,
}

/// <summary>Somebody asks for help: a group, or a person who thinks of starting something.</summary>
internal sealed class Enquiry : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>Null for a person without a group yet.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>Who asks, as they want to be called.</summary>
    public required string Who { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    public required Channel Channel { get; init; }

    public Guid? TopicId { get; set; }

    public required string Text { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who of the staff answers; null where nobody has taken it yet.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>By when an answer was promised.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When the owner wants to be reminded.</summary>
    public DateOnly? RemindOn { get; set; }

    /// <summary>Of which such day the owner has had a letter.</summary>
    public DateOnly? ToldOf { get; set; }

    public required EnquiryState State { get; set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public Satisfaction? Satisfaction { get; set; }

    /// <summary>The enquiry that asks the same; this one is closed.</summary>
    public Guid? MergedIntoId { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;

    public bool IsOver => State is EnquiryState.Answered or EnquiryState.Closed;
}

/// <summary>What a note on an enquiry is for.</summary>
internal enum NoteKind
{
    HandedOver,
    Reopened,
    Merged,
}

/// <summary>What was said among the staff about an enquiry.</summary>
internal sealed class EnquiryNote
{
    public required Guid Id { get; init; }

    public required Guid EnquiryId { get; init; }

    public Guid? AuthorId { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required NoteKind Kind { get; init; }

    public required string Text { get; init; }
}
