using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Takes a file in to be looked at: reads it to its end, and tries what would come of it.</summary>
internal sealed class ReceiveFile(Db db, Database database, TryFile attempt, UploadRate rate, TimeProvider clock)
{
    public const int MostRows = 50_000;
    private const int MostWaiting = 10;

    private static readonly TableLimits Limits = new() { Bytes = 200L << 20, CellLength = 100_000, RowLength = 1_000_000, Columns = MostColumns };

    /// <summary>As many as a page can ask about.</summary>
    private const int MostColumns = 200;

    public async Task<Result<Guid>> Handle(Place place, ArrivedFile? file, Guid byWhom, CancellationToken stop)
    {
        if (file is null)
        {
            return Wrong("Choose a file.");
        }

        if (file.Trouble is not null)
        {
            return Wrong("This file did not come in whole: it is larger than 10 MB, or there was no room for it. Pack it as a ZIP file, or ask whoever runs this installation to bring it in.");
        }

        if (await rate.Allows(file, byWhom, stop) is { } often)
        {
            return often;
        }

        if (await db.WaitingIn(place.Id).CountAsync(stop) >= MostWaiting)
        {
            return Wrong($"{MostWaiting} files wait already. Bring one of them in first, or remove it.");
        }

        var (name, content) = (SentName.Of(file), await file.Bytes(stop));
        var headings = Headings(name, content);
        return headings.Succeeded ? await Keep(place, name, content, await Known(place, name, headings.Value, stop), byWhom, stop) : headings.Problems.ToArray();
    }

    private async Task<Result<Guid>> Keep(Place place, string name, byte[] content, FileSaid said, Guid byWhom, CancellationToken stop)
    {
        var looked = await attempt.Look(place, name, content, said, stop);
        var now = clock.GetUtcNow();
        var waiting = new WaitingImport
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = place.Id,
            FileName = name,
            Said = said.Write(),
            Looked = looked.Write(),
            ArrivedAt = now,
            ArrivedBy = byWhom,
        };
        db.Add(waiting);
        db.Add(new WaitingContent { ImportId = waiting.Id, Content = content, ArrivedAt = now });
        await db.SaveChangesAsync(stop);
        return waiting.Id;
    }

    /// <summary>What is said of it to begin with: as of an earlier file of this name, where there was one.</summary>
    private async Task<FileSaid> Known(Place place, string name, IReadOnlyList<string> headings, CancellationToken stop)
    {
        var own = await SourceDetails.OwnFile(database, place.Id, name, stop);
        var before = await db.Sources(place.Id).Where(source => source.Key == own.Key).Select(source => new { source.Mapping, source.Format }).FirstOrDefaultAsync(stop);
        var format = attempt.Recognise(headings)?.Format ?? before?.Format;
        var mapping = MappingSaid.Fitting(MappingSaid.Read(before?.Format == format ? before?.Mapping : null), own.Mapping, headings);
        return FileSaid.Of(own) with { Format = format, Mapping = attempt.Of(format) is { } importer ? MappingSaid.With(mapping, importer.UsualAnswers(mapping)) : mapping };
    }

    /// <summary>Its headings, once it was read to the end, so that half a file or a hostile one is noticed before anything is kept.</summary>
    private static Result<IReadOnlyList<string>> Headings(string name, byte[] content)
    {
        if (content.Length == 0)
        {
            return Wrong("This file is empty. Open it to see whether it was saved, and choose it again.");
        }

        using var folder = new FileInFolder(name, content);
        try
        {
            using var file = TableFile.Open(folder.Path, Limits);
            return file.Rows().Skip(MostRows).Any() ? Wrong($"This file has more than {MostRows:N0} rows. Ask whoever runs this installation to bring it in.") : file.Headings.ToArray();
        }
        catch (UnreadableFileException unreadable)
        {
            return Wrong(unreadable.Message);
        }
    }

    private static Problem Wrong(string sentence) => new("File", sentence);
}
