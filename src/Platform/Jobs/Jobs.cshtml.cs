using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Events;

namespace Trellis.Platform.Jobs;

/// <summary>What the installation does by itself: when, how it went, and what waits for somebody to look.</summary>
[Requires(AccessRules.RunInstallation)]
internal sealed class JobsModel(Db db, RunJobs jobs, AskForJob ask, TellAgain again, TimeProvider clock) : PageModel
{
    private const int MostShown = 50;

    public sealed record Line(Job Job, JobState? State, bool IsOn);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<OutboxMessage> Parked { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(state => state.Name, stop);
        var now = clock.GetUtcNow();
        Lines = [.. from job in jobs.All let state = states.GetValueOrDefault(job.Name) select new Line(job, state, state?.Asked == true || (state?.IsDue(job, now) == true && job.IsWanted is null))];
        Parked = await db.Set<OutboxMessage>().AsNoTracking().Where(message => message.DeliveredAt == null && message.Attempts >= Deliver.Tries)
            .OrderBy(message => message.Id).Take(MostShown).ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostRun(string job, CancellationToken stop) => await ask.Handle(job ?? "", stop) ? LocalRedirect("/people/jobs") : NotFound();

    public async Task<IActionResult> OnPostTell(Guid fact, CancellationToken stop) => await again.Handle(fact, stop) ? LocalRedirect("/people/jobs#parked") : NotFound();
}
