using System.Globalization;
using System.Runtime;
using System.Security.Cryptography;
using System.Text;
using Trellis.Platform.Data;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>
/// The index of a large place in a file beside the database, so that a start need not build it. It can always be deleted. On PostgreSQL there is none:
/// nodes have no folder of their own.
/// </summary>
internal static class KeptIndex
{
    // Raise it when ReadListing reads more or otherwise, so that files of older versions are built anew.
    private const int Version = 2;

    /// <summary>The index, the stamp's number at that time, and how far other modules' answers had come.</summary>
    public readonly record struct Kept(SearchIndex Index, long Number, string Told);

    public static Kept? Load(Database database, Guid placeId, Shape shape, string words)
    {
        if (FileOf(database) is not { } file || !File.Exists(file) || !File.Exists(file + ".number"))
        {
            return null;
        }

        try
        {
            var lines = File.ReadAllLines(file + ".number");
            var number = long.Parse(lines[0], CultureInfo.InvariantCulture);
            using var stream = File.OpenRead(file);
            return SearchIndex.Load(stream, shape, Purpose(placeId, shape, words, number)) is { } index ? new(index, number, string.Join('\n', lines.Skip(1))) : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Keeps it if it can; without it the next start is slower, nothing else.</summary>
    public static void Save(Database database, Guid placeId, Kept kept, string words)
    {
        var (index, number, told) = kept;
        if (FileOf(database) is { } file)
        {
            try
            {
                using (var stream = File.Create(file + ".new"))
                {
                    index.Save(stream, Purpose(placeId, index.Shape, words, number));
                }

                File.Move(file + ".new", file, overwrite: true);
                File.WriteAllText(file + ".number", string.Create(CultureInfo.InvariantCulture, $"{number}\n{told}"));
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                // A full or read-only disk: the next start builds it again.
            }
        }

        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(2, GCCollectionMode.Aggressive); // what the building left behind is larger than the index
    }

    private static string? FileOf(Database database) => database.File.Length == 0 ? null : database.File + ".search";

    private static string Purpose(Guid placeId, Shape shape, string words, long number)
    {
        var about = string.Join('\n', [
            words, .. shape.Facets, .. shape.Fields.Select(field => field.ToString()), .. shape.StopWords.Order(StringComparer.Ordinal),
            .. shape.Synonyms.Phrases.Select(phrase => phrase.ToString()),
        ]);
        return $"{Version} {placeId} {number} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)))}";
    }
}
