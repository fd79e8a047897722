using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Problems;

/// <summary>The workers' list of what people say is wrong, the oldest first, each with the group's entry beside it.</summary>
[Requires(GroupRules.AnswerProblems)]
internal sealed class ProblemsPageModel(Here here, Db db, Acting acting, AnswerProblem answer) : PageModel
{
    private const int Most = 50;

    public sealed class Answers
    {
        public string? Done { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [BindProperty]
    public Guid Id { get; set; }

    public IReadOnlyList<(ReportedProblem Problem, Organisation Group)> Waiting { get; private set; } = [];

    public Task OnGet(CancellationToken stop) => Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (await answer.Handle((await here.RequirePlace(stop)).Id, Id, Form.Done, acting.RequirePerson().PersonId, stop) is not { } answered)
        {
            return NotFound();
        }

        if (answered.Succeeded)
        {
            return LocalRedirect("/work/problems");
        }

        await Read(stop);
        return this.Again(answered);
    }

    private async Task Read(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var rows = await (
            from problem in db.Set<ReportedProblem>().AsNoTracking()
            join organisation in db.Organisations(place.Id).AsNoTracking() on problem.OrganisationId equals organisation.Id
            where problem.PlaceId == place.Id && problem.AnsweredAt == null
            orderby problem.ReportedAt, problem.Id
            select new { problem, organisation }).Take(Most).ToListAsync(stop);
        Waiting = [.. rows.Select(row => (row.problem, row.organisation))];
    }
}
