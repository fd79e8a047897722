using Trellis.Groups.Contract;
using Trellis.Platform.Audit;

namespace Trellis.Support.Events;

internal enum BookingState
{
    /// <summary>Has a place.</summary>
    Booked,

    /// <summary>Waits in the order of arrival.</summary>
    Waiting,

    /// <summary>A place is held for them until they say yes or the time is over.</summary>
    Offered,

    /// <summary>Gave it back, or left the list.</summary>
    Cancelled,

    /// <summary>Did not say yes in time.</summary>
    Lapsed,
}

/// <summary>Somebody wants to come to an event.</summary>
internal sealed class Booking : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>In the order of arrival.</summary>
    public required int Number { get; init; }

    /// <summary>Empty once they have been erased.</summary>
    public required string Name { get; set; }

    /// <summary>The name as it is compared: with one address several people may book, but nobody twice.</summary>
    public required string SameAs { get; init; }

    public required string Email { get; init; }

    /// <summary>The group as they named it.</summary>
    public string? GroupName { get; set; }

    /// <summary>The group of the directory that this is.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>The size by which they pay; null where the price is the same for all.</summary>
    public SizeBand? SizeBand { get; init; }

    /// <summary>What they were told it costs.</summary>
    public required long PricePence { get; init; }

    /// <summary>Each question with what they answered, a line each.</summary>
    public string? Answers { get; init; }

    public required BookingState State { get; set; }

    public required DateTimeOffset BookedAt { get; init; }

    /// <summary>Until when the place is held.</summary>
    public DateTimeOffset? OfferedUntil { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    public DateTimeOffset? RemindedAt { get; set; }

    /// <summary>When they were asked how useful it was.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>By which anybody who holds the certificate can check it; null while they have not come.</summary>
    public string? Certificate { get; set; }

    /// <summary>1 (not at all) to 5 (very).</summary>
    public int? Usefulness { get; set; }

    public string? UsefulnessWhy { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;

    public bool HasPlace => State is BookingState.Booked or BookingState.Offered;

    /// <summary>Gives back what they hold.</summary>
    public void Leave(Seats seats, BookingState how, DateTimeOffset now)
    {
        seats.Leave(HasPlace);
        (State, LeftAt, OfferedUntil) = (how, now, null);
    }

    public static string Compared(string name) => name.ToLowerInvariant();
}

/// <summary>Whether somebody who had a place came to one session.</summary>
internal sealed class Attendance : IAudited
{
    public required Guid Id { get; init; }

    public required Guid BookingId { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid PlaceId { get; init; }

    public required bool Came { get; set; }

    public required DateTimeOffset MarkedAt { get; set; }

    public Guid? MarkedBy { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
