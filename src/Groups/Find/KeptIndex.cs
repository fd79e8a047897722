using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trellis.Platform.Data;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>
/// The index of a large place in a file beside the database, so that a start need not build it. It can always be deleted. On PostgreSQL there is none.
/// </summary>
internal static class KeptIndex
{
    // Raise it when ReadListing reads more or otherwise, so that files of older versions are built anew.
    private const int Version = 3;

    /// <summary>The index, the stamp's number at that time, and how far other modules' answers had come.</summary>
    public readonly record struct Kept(SearchIndex Index, long Number, string Told);

    public static Kept? Load(Database database, Guid placeId, Shape shape, string words)
    {
        if (FileOf(database, placeId) is not { } file || !File.Exists(file) || !File.Exists(file + ".number"))
        {
            return null;
        }

        try
        {
            var lines = File.ReadAllLines(file + ".number");
            var number = long.Parse(lines[0], CultureInfo.InvariantCulture);
            return SearchIndex.Load(file, shape, Purpose(placeId, shape, words, number)) is { } index ? new(index, number, string.Join('\n', lines.Skip(1))) : null;
        }
        catch (Exception trouble) when (trouble is IOException or InvalidDataException or UnauthorizedAccessException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>
    /// Keeps it if it can; without it the next start is slower, nothing else. Gives back the index as it lies in the file, so that what was held of it in memory
    /// can go, or the same where there is no file.
    /// </summary>
    public static SearchIndex Save(Database database, Guid placeId, Kept kept, string words)
    {
        var (index, number, told) = kept;
        if (FileOf(database, placeId) is not { } file)
        {
            return index;
        }

        try
        {
            using (var stream = File.Create(file + ".new"))
            {
                index.Save(stream, Purpose(placeId, index.Shape, words, number));
            }

            File.Move(file + ".new", file, overwrite: true);
            File.WriteAllText(file + ".number", string.Create(CultureInfo.InvariantCulture, $"{number}\n{told}"));
            return Load(database, placeId, index.Shape, words)?.Index ?? index;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return index; // a full or read-only disk: the next start builds it again
        }
    }

    private static string? FileOf(Database database, Guid placeId) => database.KeptFile($"search-{placeId:n}");

    private static string Purpose(Guid placeId, Shape shape, string words, long number)
    {
        var about = string.Join('\n', [
            words, .. shape.Facets, .. shape.Fields.Select(field => field.ToString()), .. shape.StopWords.Order(StringComparer.Ordinal),
            .. shape.Synonyms.Phrases.Select(phrase => phrase.ToString()),
        ]);
        return $"{Version} {placeId} {number} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)))}";
    }
}
