using System.Globalization;
using System.Text.Json.Nodes;
using Trellis.Standards.Values;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>Makes grants of the rows of one sheet; where each heading goes is worked out once.</summary>
internal sealed class RowGrant
{
    private readonly (string Heading, string[] Way, FieldKind Kind)[] columns;
    private readonly GrantShape? shape;

    public RowGrant(IReadOnlyList<string> headings)
    {
        Headings = headings;
        columns = [.. headings.Select(h => GrantField.Of(h) is var (way, kind) ? (h, way, kind) : default)];
        shape = GrantShape.Of(columns);
        Identifier = Array.FindIndex(columns, c => c.Way is ["id"]);
    }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>Where the Identifier stands; -1 where the sheet has none.</summary>
    public int Identifier { get; }

    public Grant Read(KeptRow row)
    {
        var cells = row.Cells;
        var grant = new Grant(shape is null ? null : new GrantPart(shape, cells), () => Content(cells)) { Sheet = row.Sheet, Row = row.Number };
        if (row.Fault is { } fault)
        {
            grant.Break(fault);
        }

        for (var i = 0; i < columns.Length; i++)
        {
            cells[i] = cells[i] is { } text ? Plain(grant, columns[i].Heading, columns[i].Kind, text) : null;
        }

        return grant;
    }

    /// <summary>The text in the one form that the standard has for its kind; as it is where it cannot be read.</summary>
    private static string Plain(Grant grant, string heading, FieldKind kind, string text) => kind switch
    {
        FieldKind.Number => Number(grant, heading, text),
        FieldKind.Day when text is not [_, _, _, _, '-', _, _, '-', _, _, ..] => Day(grant, heading, text),
        _ => text,
    };

    private static string Day(Grant grant, string heading, string text)
    {
        var date = Values.Read.DateOrMonth(text);
        if (date.Value is { } day)
        {
            return day.ToString();
        }

        grant.Fault(heading, text, date.Fault ?? "There is no date.");
        return text;
    }

    private static string Number(Grant grant, string heading, string text)
    {
        if (IsNumber(text, out var number))
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var amount = Values.Read.Pence(text);
        if (amount.Value is { } pence)
        {
            return (pence / 100m).ToString(CultureInfo.InvariantCulture);
        }

        grant.Fault(heading, text, amount.Fault ?? "There is no number.");
        return text;
    }

    private static bool IsNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private JsonObject Content(string?[] cells)
    {
        var grant = new JsonObject();
        for (var i = 0; i < columns.Length; i++)
        {
            if (cells[i] is { } text)
            {
                Place(grant, columns[i], Value(columns[i].Kind, text));
            }
        }

        Tidy(grant);
        return grant;
    }

    private static JsonNode Value(FieldKind kind, string text) => kind switch
    {
        FieldKind.Number when IsNumber(text, out var number) => JsonValue.Create(number),
        FieldKind.List => new JsonArray([.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => (JsonNode)JsonValue.Create(t))]),
        _ => JsonValue.Create(text),
    };

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
