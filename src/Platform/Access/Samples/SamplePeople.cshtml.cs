using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>The demo's made-up people. There only with demo data, and only for somebody at the machine itself.</summary>
[AllowAnonymous]
internal sealed class SamplePeopleModel(Here here, IEnumerable<SamplePerson> samples, BecomeSample become, OpenSession open) : PageModel
{
    public IEnumerable<SamplePerson> Samples => samples;

    public async Task<IActionResult> OnGet(CancellationToken stop) => await IsThere(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string? person, CancellationToken stop)
    {
        if (!await IsThere(stop) || await become.Handle(await here.RequirePlace(stop), person ?? "", stop) is not { } sample)
        {
            return NotFound();
        }

        await open.Handle(HttpContext, sample, SignInWay.Sample, stop);
        return LocalRedirect("/me");
    }

    private async Task<bool> IsThere(CancellationToken stop) => await here.Place(stop) is { IsDemo: true } && HttpContext.IsAtTheMachine();
}
