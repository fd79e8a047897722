using Trellis.Platform.Places;

namespace Trellis.Platform.Sources;

/// <summary>A data set that records came from: who published it, under which licence, how old it is.</summary>
public sealed class Source
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>The data set's short name in this place, as in trafford-charities; a newer file of it has the same key.</summary>
    public required string Key { get; init; }

    public required string Title { get; set; }

    public required string Publisher { get; set; }

    /// <summary>The licence's name, as in OGL v3.0.</summary>
    public required string Licence { get; set; }

    public string? LicenceUrl { get; set; }

    /// <summary>The sentence that goes wherever its rows go.</summary>
    public required string Attribution { get; set; }

    public string? Url { get; set; }

    /// <summary>The day its statements were true, as far as the publisher says.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>The importer that reads it.</summary>
    public required string Format { get; set; }

    /// <summary>Which field each heading fills, as JSON, where somebody has said so; for the next file of it.</summary>
    public string? Mapping { get; set; }

    public required string FileName { get; set; }

    public required string Sha256 { get; set; }

    public required DateTimeOffset FetchedAt { get; set; }

    /// <summary>The place's day on which the latest file of it came; null where it is no file, but what people say on this site.</summary>
    public DateOnly? CameOn => Sha256.Length > 0 ? PlaceTime.Day(FetchedAt) : null;

    /// <summary>When the list was taken back; null while it counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public int Version { get; set; }
}
