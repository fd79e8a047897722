using System.Text.Json.Nodes;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>Joins rows with the same Identifier into one grant, as the standard's converter does: the first row's value stays, lists grow, items with the same id become one.</summary>
internal static class GrantMerge
{
    public static void Into(Grant grant, Grant more)
    {
        grant.Rows += more.Rows;
        if (more.Broken is { } broken)
        {
            grant.Break(broken);
        }

        foreach (var fault in more.Faults)
        {
            grant.Fault(fault.Heading, fault.Value, fault.Sentence);
        }

        Into(grant, grant.Content, more.Content, "", more.Row);
    }

    private static void Into(Grant grant, JsonObject kept, JsonObject more, string path, long row)
    {
        foreach (var (name, node) in more)
        {
            if (node is null)
            {
                continue;
            }

            if (!kept.TryGetPropertyValue(name, out var there) || there is null)
            {
                kept[name] = node.DeepClone();
            }
            else if (there is JsonArray list && node is JsonArray items)
            {
                Grow(grant, list, items, path + name + "/", row);
            }
            else if (there is JsonObject owner && node is JsonObject members)
            {
                Into(grant, owner, members, path + name + "/", row);
            }
            else if (!JsonNode.DeepEquals(there, node))
            {
                grant.Fault(path + name, node.ToString(), $"Row {row:N0} says something else than the grant's first row, whose value was kept.");
            }
        }
    }

    private static void Grow(Grant grant, JsonArray list, JsonArray items, string path, long row)
    {
        foreach (var item in items)
        {
            var id = item is JsonObject owner ? GrantParts.Say(owner, "id") : null;
            var same = id is null ? null : list.OfType<JsonObject>().FirstOrDefault(o => GrantParts.Say(o, "id") == id);
            if (same is not null)
            {
                Into(grant, same, (JsonObject)item!, path, row);
            }
            else if (item is not null)
            {
                list.Add(item.DeepClone());
            }
        }
    }
}
