namespace Trellis.Platform.Places.Drawing;

/// <summary>What a map shows, ready to be drawn by <c>&lt;area-map map="…" /&gt;</c>, with everything on it also in a table beside it. Made by <see cref="Maps.Of"/>.</summary>
/// <param name="Title">The heading of the map, as in Public money per head by ward.</param>
/// <param name="Description">One or two sentences that tell somebody who does not see the map what it shows.</param>
public sealed record AreaMap(string Title, string Description)
{
    /// <summary>The areas in the order of the table; those without a boundary are only in the table.</summary>
    public IReadOnlyList<AreaShape> Areas { get; init; } = [];

    public IReadOnlyList<MapPoint> Points { get; init; } = [];

    /// <summary>What the values are, as in People; null where the areas are only drawn.</summary>
    public string? ValueTitle { get; init; }

    /// <summary>How the ends of the classes are written; null: as whole numbers.</summary>
    public Func<long, string>? Write { get; init; }

    /// <summary>The code of the area that is drawn with a heavy line.</summary>
    public string? Highlight { get; init; }

    /// <summary>A circle around a spot: what is near.</summary>
    public (Point Centre, int Metres)? Around { get; init; }

    /// <summary>False where the page itself has the table beside the map.</summary>
    public bool HasTable { get; init; } = true;

    /// <summary>What lies next to the areas, drawn pale and cut off at the edge, so that one sees where one is.</summary>
    public IReadOnlyList<AreaShape> Surroundings { get; init; } = [];

    internal MapSheet Sheet { get; init; } = MapSheet.Empty;
}

/// <summary>One area of a map: a value decides its class, the text says the value in words, the address is where a click leads.</summary>
/// <param name="Value">Null where nothing is known; such an area is hatched.</param>
/// <param name="Text">As in £12.30 a head; empty where there is nothing to say.</param>
public sealed record AreaShape(string Code, string Name, long? Value = null, string Text = "", string? Url = null);

/// <summary>A spot on a map.</summary>
/// <param name="Kind">Decides its shape: group, service or premises.</param>
public sealed record MapPoint(Point Point, string Label, string? Url, string Kind = "group");
