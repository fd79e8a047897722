using Trellis.Platform.Audit;

namespace Trellis.Support.Log;

/// <summary>How help was given.</summary>
internal enum Way
{
    InPerson,
    Phone,
    Video,
    Email,
    Visit,
    Training,
    Peer,
}

/// <summary>One act of help: when, how long, how, what about, by whom.</summary>
internal sealed class SupportEntry : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>The day of the help, which may be before the day of writing.</summary>
    public required DateOnly OnDay { get; set; }

    /// <summary>1 to 1,440; null where an older system did not say.</summary>
    public required int? Minutes { get; set; }

    /// <summary>When on its day it began, in minutes after midnight; null where nobody said.</summary>
    public int? Began { get; set; }

    public required Way Way { get; set; }

    public required Guid TopicId { get; set; }

    /// <summary>Who helped; null where they have no account here any more, or never had one.</summary>
    public Guid? WorkerId { get; set; }

    /// <summary>Who helped, as another system named them, where they are nobody of the place.</summary>
    public string? WorkerName { get; init; }

    public required string Done { get; set; }

    /// <summary>What comes next, in a few words.</summary>
    public string? NextStep { get; set; }

    public DateOnly? NextOn { get; set; }

    /// <summary>The enquiry it answers.</summary>
    public Guid? EnquiryId { get; set; }

    /// <summary>The action of the group's plan that it serves.</summary>
    public Guid? ActionId { get; set; }

    /// <summary>The item of a health check that it serves, as in money-3.</summary>
    public string? Criterion { get; set; }

    /// <summary>Whether the group sees it.</summary>
    public required bool IsShared { get; set; }

    /// <summary>Where it came from another system, noon of its day.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The import that brought it from another system; null for what was written here.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>By what its row is known again when the file comes a second time; null for what was written here.</summary>
    public string? BroughtKey { get; init; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>The entry is about this group; it may be about several.</summary>
internal sealed class EntryGroup
{
    public required Guid EntryId { get; init; }

    public required Guid OrganisationId { get; init; }
}
