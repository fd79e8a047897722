using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find.Words;

/// <summary>Teaches the search of a place words that mean the same, or one to pass over. The directory sees it within a second.</summary>
internal sealed class AddSearchWords(Db db, Database database)
{
    public const int MostPhrases = 20;

    private const int LongestPhrase = 60;
    private const int MostOfPlace = 500;
    private static readonly char[] Parting = ['=', ',', ';', '\n'];

    public async Task<Result<Guid>> Alike(Guid placeId, string? typed, CancellationToken stop)
    {
        var phrases = (FreeText.Tidy(typed) ?? "").Split(Parting, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(FreeText.Line).OfType<string>().DistinctBy(FoldedWords.Of).ToList();
        if (phrases.Count is < 2 or > MostPhrases)
        {
            return new Problem("Alike", $"Write from 2 to {MostPhrases} words or phrases that mean the same, with = between them.");
        }

        var (_, passedOver) = await Known(placeId, stop);
        return phrases.Find(phrase => phrase.Length > LongestPhrase) is { } long_
            ? new Problem("Alike", $"“{FreeText.Whole(long_[..20])}…” is longer than {LongestPhrase} letters.")
            : phrases.Find(phrase => FoldedWords.Of(phrase).Split(' ').All(word => word.Length == 0 || passedOver.Contains(word))) is { } empty
            ? new Problem("Alike", $"There is nothing in “{empty}” that the search looks for.")
            : phrases.Find(phrase => FoldedWords.Of(phrase).Split(' ') is { Length: > 1 } all && all.Count(word => !passedOver.Contains(word)) == 1) is { } bare
            ? new Problem("Alike", $"Of “{bare}” the search sees one word alone, since it passes over small ones. Write that word, or add another.")
            : await Add(placeId, WordsKind.Synonyms, string.Join(" = ", phrases), "Alike", stop);
    }

    public async Task<Result<Guid>> PassOver(Guid placeId, string? typed, CancellationToken stop)
    {
        var word = FoldedWords.Of(FreeText.Line(typed) ?? "");
        if (word.Length is 0 or > LongestPhrase || word.Contains(' ', StringComparison.Ordinal))
        {
            return new Problem("PassOver", "Write one word.");
        }

        return (await Known(placeId, stop)).PassedOver.Contains(word)
            ? new Problem("PassOver", $"The search passes over “{word}” already.")
            : await Add(placeId, WordsKind.StopWord, word, "PassOver", stop);
    }

    private async Task<(Synonyms Alike, IReadOnlySet<string> PassedOver)> Known(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await SearchWords.Load(connection, placeId, stop);
    }

    private async Task<Result<Guid>> Add(Guid placeId, WordsKind kind, string words, string field, CancellationToken stop)
    {
        if (await db.Set<SearchWords>().CountAsync(one => one.PlaceId == placeId, stop) >= MostOfPlace)
        {
            return new Problem(field, $"There are {MostOfPlace} of these already. Remove some that nobody needs.");
        }

        var added = db.Add(new SearchWords { Id = Guid.CreateVersion7(), PlaceId = placeId, Kind = kind, Words = words }).Entity;
        try
        {
            await db.SaveChangesAsync(stop);
            return added.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Problem(field, "This stands here already.");
        }
    }
}
