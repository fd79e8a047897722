namespace Trellis.Platform.Places;

/// <summary>The area that one Trellis serves: a borough, a county.</summary>
public sealed class Place
{
    public required Guid Id { get; init; }

    /// <summary>The Government Statistical Service's code, as in E08000009.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; init; }

    /// <summary>Filled from the files that come with Trellis, not by its people.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>The host name under which it is found where an installation holds several; null for the one found under every other.</summary>
    public string? Host { get; set; }

    public int Version { get; set; }
}
