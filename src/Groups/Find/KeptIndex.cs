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

    public static (SearchIndex Index, long Number)? Load(Database database, Guid placeId, Shape shape, string words)
    {
        if (FileOf(database) is not { } file || !File.Exists(file) || !File.Exists(file + ".number"))
        {
            return null;
        }

        try
        {
            var number = long.Parse(File.ReadAllText(file + ".number"), CultureInfo.InvariantCulture);
            using var stream = File.OpenRead(file);
            return SearchIndex.Load(stream, shape, Purpose(placeId, shape, words, number)) is { } index ? (index, number) : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Keeps it if it can; without it the next start is slower, nothing else.</summary>
    public static void Save(Database database, Guid placeId, SearchIndex index, long number, string words)
    {
        if (FileOf(database) is { } file)
        {
            try
            {
                using (var stream = File.Create(file + ".new"))
                {
                    index.Save(stream, Purpose(placeId, index.Shape, words, number));
                }

                File.Move(file + ".new", file, overwrite: true);
                File.WriteAllText(file + ".number", number.ToString(CultureInfo.InvariantCulture));
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
