using System.IO.Compression;
using System.Text.Json;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;

namespace Trellis.Bench;

/// <summary>One charity of the country.</summary>
/// <param name="Name">Its main name, which is always made: no list of main names is open for the whole country.</param>
/// <param name="Names">Its other names.</param>
internal sealed record Charity(Guid Id, string Number, string? Cause, Reach? Reach, string Name, IReadOnlyList<CountryName> Names);

/// <summary>A name from the register's list of other names.</summary>
/// <param name="IsHandedOut">It was another charity's, one that is no longer active.</param>
internal sealed record CountryName(string Text, NameKind Kind, bool IsHandedOut);

/// <summary>Reads the real lists a country is made of, and makes the main names.</summary>
internal static class CountryFiles
{
    private static readonly DateTimeOffset When = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Charity> Read(string folder)
    {
        var active = Lines(Path.Combine(folder, "charities/icnptso-active.csv.gz")).Skip(1).Select(line => line.Split(',')).ToList();
        var scales = Lines(Path.Combine(folder, "charities/lookups/charity_scale.csv.gz")).Skip(1).Select(line => line.Split(',', 2))
            .GroupBy(cells => cells[0]).ToDictionary(group => group.Key, group => group.First()[1]);
        var chance = new Random(20261101);
        var names = CountryNames.Of([.. active.Select(cells => cells[0])], OtherNames(folder), chance);
        var made = new MadeNames(names.Values.SelectMany(list => list).Select(name => name.Text), chance);
        return
        [
            .. from cells in active
               let number = cells[0]
               select new Charity(
                   Guid.CreateVersion7(When), number, CauseTitles.IsCode(cells[1]) ? cells[1] : null, ReachOf(scales.GetValueOrDefault(number.Replace("GB-CHC-", "", StringComparison.Ordinal))),
                   made.Next(), names.GetValueOrDefault(number, [])),
        ];
    }

    /// <summary>Every row of the register's list, with the number of the charity; the name is empty where the row has none.</summary>
    private static IEnumerable<(string Number, string Text, NameKind Kind)> OtherNames(string folder)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(folder, "charities/ccew/publicextract.charity_other_names.zip"));
        using var stream = zip.Entries[0].Open();
        using var json = JsonDocument.Parse(WithoutMark(stream));
        foreach (var row in json.RootElement.EnumerateArray())
        {
            var isFormer = row.GetProperty("charity_name_type").GetString()!.StartsWith("Prev", StringComparison.Ordinal);
            yield return ("GB-CHC-" + row.GetProperty("registered_charity_number").GetInt64(), row.GetProperty("charity_name").GetString() ?? "", isFormer ? NameKind.Former : NameKind.Working);
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

/// <summary>Names put together from the first half of one real name and the second half of another.</summary>
internal sealed class MadeNames(IEnumerable<string> real, Random chance)
{
    private readonly List<string[]> parts = [.. real.Select(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length is > 2 and < 9)];

    public string Next()
    {
        var (one, other) = (parts[chance.Next(parts.Count)], parts[chance.Next(parts.Count)]);
        return string.Join(' ', one.Take((one.Length + 1) / 2).Concat(other.Skip(other.Length / 2)));
    }
}
