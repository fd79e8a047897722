using System.Text.Json.Nodes;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>A grant or a part of one to look into, whether it stands in JSON or in the cells of a row.</summary>
internal readonly struct GrantPart
{
    private readonly JsonObject? json;
    private readonly GrantShape? shape;
    private readonly string?[] cells;

    public GrantPart(JsonObject json) => (this.json, cells) = (json, []);

    public GrantPart(GrantShape shape, string?[] cells) => (this.shape, this.cells) = (shape, cells);

    /// <summary>A member's text, trimmed, numbers in their invariant form; null where there is none.</summary>
    public string? Say(string member) =>
        shape is null ? GrantParts.Say(json, member) : shape.Say(member, cells)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A member exactly as it is written, blanks and all.</summary>
    public string? Written(string member) => shape is not null ? shape.Say(member, cells)
        : json?[member] is { } node && GrantParts.IsText(node, out var text) ? text
        : Say(member);

    /// <summary>Whether the member is a part with something in it.</summary>
    public bool Holds(string member) => shape?.Holds(member, cells) ?? (json?[member] is JsonObject);

    public List<GrantPart> List(string member) => shape is not null ? shape.List(member, cells)
        : json is not null ? [.. GrantParts.List(json, member).Select(item => new GrantPart(item))]
        : [];

    /// <summary>The first of a list; an empty part where there is none.</summary>
    public GrantPart First(string member) => shape is not null ? shape.First(member, cells) : List(member) is [var first, ..] ? first : default;
}
