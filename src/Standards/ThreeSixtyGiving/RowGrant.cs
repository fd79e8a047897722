using System.Globalization;
using System.Text.Json.Nodes;
using Trellis.Standards.Tables;
using Trellis.Standards.Values;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>Makes grants of the rows of one sheet; where each heading goes is worked out once.</summary>
internal sealed class RowGrant
{
    private readonly (string Heading, string[] Way, FieldKind Kind)[] columns;

    public RowGrant(IReadOnlyList<string> headings)
    {
        Headings = headings;
        columns = [.. headings.Select(h => GrantField.Of(h) is var (way, kind) ? (h, way, kind) : default)];
        Identifier = Array.FindIndex(columns, c => c.Way is ["id"]);
    }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>Where the Identifier stands; -1 where the sheet has none.</summary>
    public int Identifier { get; }

    public Grant Read(Row row)
    {
        var grant = new Grant([]) { Sheet = row.Sheet, Row = row.Number };
        if (row.Fault is { } fault)
        {
            grant.Fault("", null, fault);
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (row[i] is { } text)
            {
                Place(grant.Content, columns[i], Value(grant, columns[i].Heading, columns[i].Kind, text));
            }
        }

        Tidy(grant.Content);
        return grant;
    }

    private static JsonNode Value(Grant grant, string heading, FieldKind kind, string text)
    {
        switch (kind)
        {
            case FieldKind.Number:
                return Number(grant, heading, text);
            case FieldKind.Day when text is not [_, _, _, _, '-', _, _, '-', _, _, ..]:
                var date = Values.Read.DateOrMonth(text);
                if (date.Value is not null)
                {
                    return JsonValue.Create(date.Value.Value.ToString());
                }

                grant.Fault(heading, text, date.Fault ?? "There is no date.");
                return JsonValue.Create(text);
            case FieldKind.List:
                return new JsonArray([.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => (JsonNode)JsonValue.Create(t))]);
            default:
                return JsonValue.Create(text);
        }
    }

    private static JsonValue Number(Grant grant, string heading, string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return JsonValue.Create(number);
        }

        var amount = Values.Read.Pence(text);
        if (amount.Value is { } pence)
        {
            return JsonValue.Create(pence / 100m);
        }

        grant.Fault(heading, text, amount.Fault ?? "There is no number.");
        return JsonValue.Create(text);
    }

    private static void Place(JsonObject grant, (string Heading, string[] Way, FieldKind Kind) column, JsonNode value)
    {
        var owner = grant;
        for (var i = 0; i < column.Way.Length - 1; i++)
        {
            var next = i + 1 < column.Way.Length - 1 && GrantField.IsPosition(column.Way[i + 1])
                ? Item(owner, column.Way[i], int.Parse(column.Way[++i], CultureInfo.InvariantCulture))
                : Member(owner, column.Way[i]);
            if (next is null)
            {
                grant.TryAdd(column.Heading, value);
                return;
            }

            owner = next;
        }

        if (!owner.TryAdd(column.Way[^1], value))
        {
            grant.TryAdd(column.Heading, value);
        }
    }

    private static JsonObject? Member(JsonObject owner, string name)
    {
        if (!owner.TryGetPropertyValue(name, out var node))
        {
            node = new JsonObject();
            owner[name] = node;
        }

        return node as JsonObject;
    }

    private static JsonObject? Item(JsonObject owner, string name, int position)
    {
        if (!owner.TryGetPropertyValue(name, out var node))
        {
            node = new JsonArray();
            owner[name] = node;
        }

        if (node is not JsonArray list)
        {
            return null;
        }

        while (list.Count <= position)
        {
            list.Add((JsonNode)new JsonObject());
        }

        return list[position] as JsonObject;
    }

    /// <summary>Positions that the row left empty are taken out of the lists.</summary>
    private static void Tidy(JsonObject owner)
    {
        foreach (var (_, node) in owner)
        {
            if (node is not JsonArray list)
            {
                continue;
            }

            for (var i = list.Count - 1; i >= 0; i--)
            {
                if (list[i] is JsonObject { Count: 0 })
                {
                    list.RemoveAt(i);
                }
                else if (list[i] is JsonObject item)
                {
                    Tidy(item);
                }
            }
        }
    }
}
