using System.Text.Json;
using System.Text.RegularExpressions;
using Trellis.Platform;

namespace Trellis.Support.Checks.Instruments;

/// <summary>Reads the file of an instrument and takes nothing that is not whole: each fault is a sentence that says where.</summary>
internal sealed partial class ReadInstrument
{
    public const int Levels = 4;
    private const int Longest = 600;
    private readonly List<Problem> problems = [];
    private readonly HashSet<string> ids = [];

    /// <param name="file">Its name, for the sentences.</param>
    public static Result<Instrument> From(string file, string content)
    {
        var reader = new ReadInstrument();
        try
        {
            using var json = JsonDocument.Parse(content, new() { MaxDepth = 8 });
            var read = reader.Whole(json.RootElement, content);
            return reader.problems.Count == 0 ? read : reader.problems.ConvertAll(one => one with { Message = $"{file}: {one.Message}" }).ToArray();
        }
        catch (JsonException fault)
        {
            return new Problem("", $"{file}: This is not JSON. Look at line {fault.LineNumber + 1}.");
        }
    }

    private Instrument Whole(JsonElement whole, string content)
    {
        Known(whole, "The instrument", "id", "version", "title", "for", "licence", "author", "areas");
        var areas = List(whole, "areas", "The instrument").Select((area, at) => Area(area, $"Area {at + 1}")).ToList();
        return new(Name(whole, "id", "The instrument"), Of("version"), Of("title"), Of("for"), Of("licence"), Of("author"), areas) { Content = content };

        string Of(string field) => Text(whole, field, "The instrument");
    }

    private InstrumentArea Area(JsonElement area, string where)
    {
        var id = Name(area, "id", where);
        where = id.Length > 0 ? $"Area {id}" : where;
        Known(area, where, "id", "title", "items");
        Once(id, where);
        return new(id, Text(area, "title", where), [.. List(area, "items", where).Select((item, at) => Item(item, $"{where}, item {at + 1}"))]);
    }

    private InstrumentItem Item(JsonElement item, string where)
    {
        var id = Name(item, "id", where);
        where = id.Length > 0 ? $"Item {id}" : where;
        Known(item, where, "id", "name", "levels", "why", "evidence", "guidance");
        Once(id, where);
        var levels = List(item, "levels", where).Select((level, at) => Words(level, $"{where}, level {at + 1}")).ToList();
        if (levels.Count != Levels)
        {
            Fault($"{where} has {levels.Count} levels. Give it four: not yet, started, in place, strong and reviewed.");
        }
        else if (levels.Distinct(StringComparer.OrdinalIgnoreCase).Count() < Levels)
        {
            Fault($"{where} says the same at two levels. Say at each what one would see.");
        }

        return new(id, Text(item, "name", where), levels, Text(item, "why", where), Text(item, "evidence", where), [.. List(item, "guidance", where).Select((link, at) => Guidance(link, $"{where}, guidance {at + 1}"))]);
    }

    private GuidanceLink Guidance(JsonElement link, string where)
    {
        Known(link, where, "title", "url");
        var url = Text(link, "url", where);
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            Fault($"{where} has the address “{url}”. Give a whole one that begins with https.");
        }

        return new(Text(link, "title", where), url);
    }

    private void Known(JsonElement element, string where, params string[] fields)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Fault($"{where} is not a set of fields. Write it as {{ … }}.");
            return;
        }

        foreach (var field in element.EnumerateObject().Select(one => one.Name).Where(name => !fields.Contains(name)).Distinct())
        {
            Fault($"{where} has a field “{field}” that we do not know. Take it out, or write it as one of: {string.Join(", ", fields)}.");
        }

        foreach (var twice in element.EnumerateObject().GroupBy(one => one.Name).Where(same => same.Count() > 1))
        {
            Fault($"{where} has the field “{twice.Key}” more than once. Keep one.");
        }
    }

    private void Once(string id, string where)
    {
        if (id.Length > 0 && !ids.Add(id))
        {
            Fault($"{where}: the id “{id}” is there twice. Give each area and item its own.");
        }
    }

    private List<JsonElement> List(JsonElement element, string field, string where)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0)
        {
            return [.. list.EnumerateArray()];
        }

        Fault($"{where} has no list “{field}”. Give at least one.");
        return [];
    }

    private string Name(JsonElement element, string field, string where)
    {
        var name = Text(element, field, where);
        if (name.Length == 0 || ShortName().IsMatch(name))
        {
            return name;
        }

        Fault($"{where} has the id “{name}”. Use small letters, figures and hyphens, at most forty.");
        return "";
    }

    private string Text(JsonElement element, string field, string where)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var text))
        {
            return Words(text, $"{where}, “{field}”");
        }

        Fault($"{where} has no “{field}”. Add it.");
        return "";
    }

    private string Words(JsonElement text, string where)
    {
        var said = text.ValueKind == JsonValueKind.String ? text.GetString()!.Trim() : "";
        if (said.Length is 0 or > Longest)
        {
            Fault($"{where} must be a text of 1 to {Longest} letters.");
        }

        return said;
    }

    private void Fault(string sentence) => problems.Add(new("", sentence));

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex ShortName();
}
