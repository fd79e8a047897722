using System.IO.Compression;
using System.Text.Json;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;

namespace Trellis.Bench;

/// <summary>Reads the real lists a country is made of, and makes names where none is published.</summary>
internal static class CountryFiles
{
    public sealed record Charity(Guid Id, string Number, string? Cause, Reach? Reach, string Name, IReadOnlyList<string> Names);

    public static IReadOnlyList<Charity> Read(string folder)
    {
        var names = OtherNames(folder);
        var scales = Lines(Path.Combine(folder, "charities/lookups/charity_scale.csv.gz")).Skip(1).Select(line => line.Split(',', 2))
            .GroupBy(cells => cells[0]).ToDictionary(group => group.Key, group => group.First()[1]);
        var parts = names.Values.SelectMany(list => list).Select(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length is > 2 and < 9).ToList();
        var chance = new Random(20261101);
        var when = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        return
        [
            .. from line in Lines(Path.Combine(folder, "charities/icnptso-active.csv.gz")).Skip(1)
               let cells = line.Split(',')
               let number = cells[0]
               let known = names.GetValueOrDefault(number, [])
               let made = Made(parts, chance)
               select new Charity(
                   Guid.CreateVersion7(when), number, CauseTitles.IsCode(cells[1]) ? cells[1] : null, ReachOf(scales.GetValueOrDefault(number.Replace("GB-CHC-", "", StringComparison.Ordinal))),
                   made, known),
        ];
    }

    /// <summary>The first half of one real name and the second half of another.</summary>
    private static string Made(List<string[]> parts, Random chance)
    {
        var (one, other) = (parts[chance.Next(parts.Count)], parts[chance.Next(parts.Count)]);
        return string.Join(' ', one.Take((one.Length + 1) / 2).Concat(other.Skip(other.Length / 2)));
    }

    private static Dictionary<string, List<string>> OtherNames(string folder)
    {
        var names = new Dictionary<string, List<string>>();
        using (var zip = ZipFile.OpenRead(Path.Combine(folder, "charities/ccew/publicextract.charity_other_names.zip")))
        using (var stream = zip.Entries[0].Open())
        using (var json = JsonDocument.Parse(WithoutMark(stream)))
        {
            foreach (var row in json.RootElement.EnumerateArray())
            {
                Add(names, "GB-CHC-" + row.GetProperty("registered_charity_number").GetInt64(), row.GetProperty("charity_name").GetString());
            }
        }

        foreach (var line in Lines(Path.Combine(folder, "charities/lookups/charity-names.csv.gz")).Skip(1))
        {
            var cells = line.Split(',', 2);
            Add(names, cells[0], cells.Length > 1 ? cells[1].Trim(',', '"') : null);
        }

        return names;
    }

    private static void Add(Dictionary<string, List<string>> names, string number, string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            if (!names.TryGetValue(number, out var list))
            {
                names[number] = list = [];
            }

            if (!list.Contains(name))
            {
                list.Add(name);
            }
        }
    }

    private static Reach? ReachOf(string? scale) => scale switch
    {
        "Local" => Reach.Local,
        "Regional" => Reach.Regional,
        "Overseas" => Reach.Overseas,
        null => null,
        _ => Reach.National,
    };

    private static MemoryStream WithoutMark(Stream stream)
    {
        var all = new MemoryStream();
        stream.CopyTo(all);
        all.Position = 3;
        return all;
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line.Replace("\"", "", StringComparison.Ordinal);
        }
    }
}
