using Trellis.Groups.Contract;
using Trellis.Platform.Audit;

namespace Trellis.Support.Events;

internal enum EventKind
{
    /// <summary>People learn something: whoever comes has had help.</summary>
    Training,

    /// <summary>Groups meet each other and those who decide.</summary>
    Forum,
    Other,
}

/// <summary>A training, a workshop, a forum: something people book a place at and come to.</summary>
internal sealed class Event : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>Its part of the address; it stays when the title changes, since it is in people's mails.</summary>
    public required string Slug { get; init; }

    public required string Title { get; set; }

    public required EventKind Kind { get; set; }

    /// <summary>As in Treasurers of small groups.</summary>
    public string? ForWhom { get; set; }

    public string? About { get; set; }

    public required Guid TopicId { get; set; }

    /// <summary>Where it takes place; null where only online.</summary>
    public string? Venue { get; set; }

    /// <summary>Told to those who have a place, and to nobody else.</summary>
    public string? OnlineLink { get; set; }

    /// <summary>Steps, toilets, loop, parking, buses.</summary>
    public string? Access { get; set; }

    public string? Trainer { get; set; }

    /// <summary>What it costs where a group's size has no price of its own; nought is free.</summary>
    public required long PricePence { get; set; }

    /// <summary>What is asked at booking, a question in each line.</summary>
    public string? Questions { get; set; }

    /// <summary>Null where booking is open as soon as the event is planned.</summary>
    public DateTimeOffset? BookingOpensAt { get; set; }

    /// <summary>Null where booking closes as the first session begins.</summary>
    public DateTimeOffset? BookingClosesAt { get; set; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Null once they have been erased.</summary>
    public Guid? PlannedBy { get; init; }

    /// <summary>How often time or place have changed since people could know of it; calendars take the higher number.</summary>
    public int Changes { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>As those who had booked were told.</summary>
    public string? CancelledWhy { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;

    public IReadOnlyList<string> Asked => Questions?.Split('\n') ?? [];
}

/// <summary>One sitting of an event.</summary>
internal sealed class EventSession
{
    public required Guid Id { get; init; }

    public required Guid EventId { get; init; }

    public required DateTimeOffset StartsAt { get; set; }

    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>The entry of the support log that its attendance makes; null while nobody of a group came.</summary>
    public Guid? EntryId { get; set; }

    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;
}

/// <summary>What groups of a size pay.</summary>
internal sealed class EventPrice
{
    public required Guid EventId { get; init; }

    public required SizeBand SizeBand { get; init; }

    public required long Pence { get; set; }
}
