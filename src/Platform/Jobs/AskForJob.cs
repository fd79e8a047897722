using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Jobs;

/// <summary>Asks for a job to be done now; a parked one gets a new round of tries.</summary>
internal sealed class AskForJob(Db db)
{
    /// <summary>False where there is no such job.</summary>
    public async Task<bool> Handle(string name, CancellationToken stop) =>
        await db.Set<JobState>().Where(state => state.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(state => state.Asked, true).SetProperty(state => state.Failures, 0).SetProperty(state => state.ParkedAt, (DateTimeOffset?)null), stop) == 1;
}
