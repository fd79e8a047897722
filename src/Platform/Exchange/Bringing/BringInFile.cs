using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Brings a file that waits in, whole or not at all, as it was last looked at. In the same transaction it stops waiting, so that it comes in once.</summary>
internal sealed class BringInFile(Db db, TryFile attempt)
{
    private const string Meanwhile = "Somebody has said something else of this file since you looked at it. Look at it again before it comes in.";

    /// <summary>Returns the id of the import.</summary>
    /// <param name="version">Of what was looked at.</param>
    /// <param name="byWhom">Who brings it, as the record of imports has it.</param>
    public async Task<Result<Guid>> Handle(Place place, Guid id, int version, string byWhom, CancellationToken stop)
    {
        if (await db.WaitingIn(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } waiting || await db.ContentOf(place.Id, id, stop) is not { } content)
        {
            return new Problem("", SayOfFile.Gone);
        }

        var looked = LookedAt.Read(waiting.Looked);
        if (waiting.Version != version)
        {
            return new Problem("", Meanwhile);
        }

        if (looked.Refusal is { } refusal)
        {
            return new Problem("", refusal);
        }

        var account = await attempt.Keep(place, waiting.FileName, content, FileSaid.Read(waiting.Said), looked.Format, byWhom, async (connection, during) =>
        {
            var gone = await connection.Execute("DELETE FROM platform_waiting_import WHERE id = @id AND version = @version", during, ("id", id), ("version", version));
            if (gone == 0)
            {
                throw new FileRefusedException(SayOfFile.Gone);
            }
        }, stop);
        return account.Succeeded ? account.Value.ImportId : account.Problems.ToArray();
    }
}
