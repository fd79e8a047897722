using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Trellis.Support.Checks.Results;

namespace Trellis.Support.Checks.Sharing;

/// <summary>What a funder sees to whom the group gave a link: what was agreed, not what each person said. Each look is noted, and ends when the group takes it back.</summary>
[AllowAnonymous]
internal sealed class SharedModel(Here here, Db db, KeepInstrument instruments, ReadResult read) : PageModel
{
    /// <summary>Null where the link leads nowhere.</summary>
    public SeenCheck? Check { get; private set; }

    public CheckResult Result { get; private set; } = null!;

    public string? Funder { get; private set; }

    public async Task<IActionResult> OnGet(string? key, [FromServices] Trail trail, CancellationToken stop)
    {
        if (!await Find(key, stop))
        {
            var page = Page();
            page.StatusCode = StatusCodes.Status410Gone;
            return page;
        }

        await trail.Read(nameof(Assessment), Check!.Assessment.Id, Check.Group.PlaceId, stop);
        var whole = await read.Handle(Check.Assessment, Check.Instrument, before => db.Consents(Audience.Funder).AnyAsync(one => one.AssessmentId == before.Id && one.Funder == Funder, stop), stop);
        Result = whole with { Areas = [.. whole.Areas.Select(area => area with { Spreads = [.. area.Spreads.Select(one => one with { Answers = [] })] })] };
        return Page();
    }

    private async Task<bool> Find(string? key, CancellationToken stop)
    {
        var placeId = (await here.RequirePlace(stop)).Id;
        if (key is not { Length: > 20 and < 100 } || await db.Consents(Audience.Funder).AsNoTracking().FirstOrDefaultAsync(one => one.TokenHash == Secret.Hash(key) && one.PlaceId == placeId, stop) is not { } given)
        {
            return false;
        }

        var assessment = await db.Assessments(placeId).AsNoTracking().SingleAsync(one => one.Id == given.AssessmentId, stop);
        var group = await db.AllOrganisations(placeId).SingleAsync(one => one.Id == assessment.OrganisationId, stop);
        (Check, Funder) = (new(group, assessment, await instruments.Read(assessment.InstrumentId, stop), IsOwn: false), given.Funder);
        return true;
    }
}
