namespace Trellis.Standards.Values;

/// <summary>How much of a postcode is there: M (area), M33 (district), M33 7 (sector), M33 7AB (unit).</summary>
public enum PostcodePart
{
    /// <summary>As in M.</summary>
    Area,
    /// <summary>As in M33.</summary>
    District,
    /// <summary>As in M33 7.</summary>
    Sector,
    /// <summary>As in M33 7AB: a few addresses.</summary>
    Unit,
}

/// <summary>A British postcode or the first part of one, in capitals, with one space before its inward part.</summary>
public readonly record struct Postcode
{
    internal Postcode(string outward, string inward)
    {
        Outward = outward;
        Value = inward.Length == 0 ? outward : outward + " " + inward;
        Part = inward.Length switch { 3 => PostcodePart.Unit, 1 => PostcodePart.Sector, _ => char.IsAsciiDigit(outward[^1]) || outward.Length > 2 ? PostcodePart.District : PostcodePart.Area };
    }

    /// <summary>As it is written on a letter: M33 7AB, or as much as is known.</summary>
    public string Value { get; }

    /// <summary>The part before the space: M33.</summary>
    public string Outward { get; }

    /// <summary>How much of it is known.</summary>
    public PostcodePart Part { get; }

    /// <summary>The sector, as in M33 7; null where it is not known.</summary>
    public string? Sector => Part < PostcodePart.Sector ? null : Value[..(Outward.Length + 2)];

    /// <summary>As it is written on a letter.</summary>
    public override string ToString() => Value;
}
