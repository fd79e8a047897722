namespace Trellis.Platform.Places;

public enum AreaKind
{
    Borough,
    Ward,
    Locality,
    Lsoa,
    Msoa,
    Parish,
}

/// <summary>A part of a place with a boundary: a ward, a locality, a lower-layer super output area.</summary>
public sealed class Area
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required AreaKind Kind { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    /// <summary>The area that holds this one: a ward's locality, an LSOA's ward.</summary>
    public string? ParentCode { get; set; }

    /// <summary>The geometry member of its GeoJSON feature, as published.</summary>
    public string? Boundary { get; set; }

    /// <summary>The middle of the boundary.</summary>
    public int? LatitudeMicro { get; set; }

    public int? LongitudeMicro { get; set; }

    public Guid? SourceId { get; set; }
}

/// <summary>One published number about an area: people, a deprivation score. Shares and scores are in thousandths.</summary>
public sealed class AreaFigure
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string AreaCode { get; init; }

    /// <summary>What is measured, as in population, population-0-15, imd-score.</summary>
    public required string Measure { get; init; }

    public required string Period { get; init; }

    public required long Value { get; set; }

    public required Guid SourceId { get; set; }
}

/// <summary>A postcode of the place and the areas it lies in. Written with one space, as in M33 2RP.</summary>
public sealed class PostcodeEntry
{
    public required Guid PlaceId { get; init; }

    public required string Postcode { get; init; }

    public required string WardCode { get; set; }

    public required string LsoaCode { get; set; }

    public string? Locality { get; set; }

    public required int LatitudeMicro { get; set; }

    public required int LongitudeMicro { get; set; }

    public Point Point => new(LatitudeMicro, LongitudeMicro);
}
