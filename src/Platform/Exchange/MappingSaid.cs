using System.Text.Json;

namespace Trellis.Platform.Exchange;

/// <summary>What is said of a file and what was said of an earlier one, as one mapping.</summary>
internal static class MappingSaid
{
    /// <summary>The key under which stands what is said of the whole file.</summary>
    public const string WholeFile = "*";

    public static IReadOnlyDictionary<string, string> Read(string? json) => json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <summary>What is said now stands over what was said before: a column it names, a field it gives to another column, an answer about the whole file. All else stays.</summary>
    public static Dictionary<string, string> Over(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        var columns = now.Keys.Select(ImportField.Plain).ToHashSet();
        var fields = now.Where(pair => pair.Key != WholeFile).Select(pair => pair.Value).Where(field => field != ImportField.NotShown).ToHashSet();
        var mapping = before.Where(pair => pair.Key != WholeFile && !columns.Contains(ImportField.Plain(pair.Key)) && !fields.Contains(pair.Value)).ToDictionary();
        foreach (var (heading, field) in now.Where(pair => pair.Key != WholeFile))
        {
            mapping[heading] = field;
        }

        return With(mapping, [.. Answers(before), .. Answers(now)]);
    }

    /// <summary>The same without the columns that a file has not, but for those that were named just now: whoever names what is not there is to hear of it.</summary>
    public static Dictionary<string, string> Fitting(IReadOnlyDictionary<string, string> mapping, IReadOnlyDictionary<string, string> now, IReadOnlyList<string> headings)
    {
        var columns = headings.Select(ImportField.Plain).ToHashSet();
        return mapping.Where(pair => pair.Key == WholeFile || now.ContainsKey(pair.Key) || columns.Contains(ImportField.Plain(pair.Key))).ToDictionary();
    }

    /// <summary>The same with further answers about the whole file; of two to one question the later counts.</summary>
    public static Dictionary<string, string> With(IReadOnlyDictionary<string, string> mapping, IEnumerable<KeyValuePair<string, string>> answers)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (option, answer) in Answers(mapping).Concat(answers))
        {
            all[option] = answer;
        }

        var whole = new Dictionary<string, string>(mapping);
        if (all.Count > 0)
        {
            whole[WholeFile] = string.Join("; ", all.Select(pair => $"{pair.Key}={pair.Value}"));
        }

        return whole;
    }

    /// <summary>The questions that a mapping leaves open and that must not stay so.</summary>
    public static IEnumerable<ImportOption> LeftOpen(IReadOnlyDictionary<string, string> mapping, Importer importer) =>
        importer.Options.Where(option => option.Usual is not null && Answers(mapping).All(pair => pair.Key != option.Name));

    /// <summary>What a mapping says of the whole file, as in "kind=Club; addresses=private".</summary>
    public static IEnumerable<KeyValuePair<string, string>> Answers(IReadOnlyDictionary<string, string> mapping) =>
        mapping.GetValueOrDefault(WholeFile, "")
            .Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(part => part.Length == 2)
            .Select(part => KeyValuePair.Create(part[0], part[1]));
}
