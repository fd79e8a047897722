using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Notices;

/// <summary>Gives a letter that was set aside a new round of tries. To an address that returned it only once that is known to work.</summary>
internal sealed class SendAgain(Db db, TimeProvider clock)
{
    /// <summary>False where no such letter is set aside.</summary>
    public async Task<bool> Handle(Guid id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Letter>().Where(letter => letter.Id == id && letter.State == LetterState.Parked).ExecuteUpdateAsync(
            set => set.SetProperty(letter => letter.State, LetterState.Waiting).SetProperty(letter => letter.Attempts, 0).SetProperty(letter => letter.Handed, 0)
                .SetProperty(letter => letter.DueAt, now).SetProperty(letter => letter.Version, letter => letter.Version + 1), stop) == 1;
    }
}
