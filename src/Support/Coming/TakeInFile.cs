using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Support.Coming;

/// <summary>Takes a file out of another system in, to be looked at: reads it to its end, and guesses what its columns hold.</summary>
internal sealed class TakeInFile(Db db, UploadRate rate, TimeProvider clock)
{
    private const int MostWaiting = 10;

    public async Task<Result<Guid>> Handle(Guid placeId, string? what, ArrivedFile? file, Guid byWhom, CancellationToken stop)
    {
        if (!Enum.TryParse<ArrivalKind>(what, out var kind) || kind.ToString() != what)
        {
            return new Problem("Kind", "Choose what the file holds.");
        }

        if (file is null)
        {
            return Wrong("Choose a file.");
        }

        if (file.Trouble is not null)
        {
            return Wrong("This file did not come in whole: it is larger than 10 MB, or there was no room for it. Export a few years at a time, and bring in one file after the other.");
        }

        if (await rate.Allows(file, byWhom, stop) is { } often)
        {
            return often;
        }

        if (await db.Arrivals(placeId).CountAsync(one => one.State == ArrivalState.Waiting, stop) >= MostWaiting)
        {
            return Wrong($"{MostWaiting} files wait already. Bring one of them in first, or remove it.");
        }

        var (name, content) = (SentName.Of(file), await file.Bytes(stop));
        var table = FileTable.Read(name, content);
        return table.Succeeded ? await Keep(placeId, kind, (name, content), table.Value, byWhom, stop) : table.Problems.ToArray();
    }

    private async Task<Result<Guid>> Keep(Guid placeId, ArrivalKind kind, (string Name, byte[] Content) file, FileTable table, Guid byWhom, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var before = await db.Arrivals(placeId).OrderBy(one => one.ArrivedAt).Select(one => new { one.Kind, one.Choices }).ToListAsync(stop);
        var said = Choices.Together(before.Select(one => Choices.Read(one.Choices).For(one.Kind == kind)));
        var arrival = new Arrival
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = placeId,
            Kind = kind,
            FileName = file.Name,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content)),
            Choices = GuessColumns.For(table, kind, said).Write(),
            State = ArrivalState.Waiting,
            ArrivedAt = now,
            ArrivedBy = byWhom,
        };
        db.Add(arrival);
        db.Add(new WaitingFile { ArrivalId = arrival.Id, PlaceId = placeId, Content = file.Content, ArrivedAt = now });
        await db.SaveChangesAsync(stop);
        return arrival.Id;
    }

    private static Problem Wrong(string sentence) => new("File", sentence);
}
