using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>Looks into a grant's JSON without ever being surprised by its shape.</summary>
internal static class GrantParts
{
    /// <summary>A member's text, trimmed, numbers in their invariant form; null where there is none.</summary>
    public static string? Say(JsonObject? owner, string member)
    {
        if (owner is null || !owner.TryGetPropertyValue(member, out var node) || node is not JsonValue value)
        {
            return null;
        }

        var text = value.TryGetValue<string>(out var words) ? words.Trim()
            : value.TryGetValue<decimal>(out var number) ? number.ToString(CultureInfo.InvariantCulture)
            : value.ToJsonString();
        return text.Length == 0 ? null : text;
    }

    public static IEnumerable<JsonObject> List(JsonObject owner, string member) =>
        owner.TryGetPropertyValue(member, out var node) && node is JsonArray list ? list.OfType<JsonObject>() : [];

    public static JsonObject? First(JsonObject owner, string member) => List(owner, member).FirstOrDefault();

    /// <summary>Every value with the path it stands at.</summary>
    public static IEnumerable<(string Path, JsonValue Value)> Leaves(JsonNode? node, string path = "") => node switch
    {
        JsonObject owner => owner.SelectMany(m => Leaves(m.Value, path.Length == 0 ? m.Key : path + "/" + m.Key)),
        JsonArray list => list.SelectMany((item, i) => Leaves(item, path + "/" + i.ToString(CultureInfo.InvariantCulture))),
        JsonValue value => [(path, value)],
        _ => [],
    };

    public static bool IsText(JsonNode? node, out string text)
    {
        text = "";
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        {
            text = value.GetValue<string>();
            return true;
        }

        return false;
    }
}
