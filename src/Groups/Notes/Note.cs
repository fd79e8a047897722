using Trellis.Platform;
using Trellis.Platform.Audit;

namespace Trellis.Groups.Notes;

/// <summary>What somebody of the staff wrote down about a group, for the staff alone: never public, never found, never in a file.</summary>
internal sealed class Note : IAudited
{
    private const int Longest = 5_000;

    /// <summary>So long its author may correct it; afterwards it can only be added to.</summary>
    public static readonly TimeSpan Wet = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Null once they have been erased.</summary>
    public Guid? AuthorId { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required string Text { get; set; }

    /// <summary>The note that this one adds to.</summary>
    public Guid? AddsTo { get; init; }

    public DateTimeOffset? CorrectedAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;

    public bool MayCorrect(Guid person, DateTimeOffset now) => AuthorId == person && now < WrittenAt + Wet;

    /// <summary>The text fit to be kept.</summary>
    public static Result<string> Read(string? typed) => FreeText.TidyProse(typed) is { Length: <= Longest } text
        ? text
        : new Problem("Written", $"Write something, in at most {Longest:N0} letters.");
}
