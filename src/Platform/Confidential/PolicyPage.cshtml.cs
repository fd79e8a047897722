using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Confidential;

/// <summary>Where an administrator puts the place's policy document beside the compartment.</summary>
[Requires(ConfidentialRules.Open)]
[ReceivesFile]
internal sealed class PolicyPageModel(Here here, OpenCompartment open, KeepPolicy keep, Acting acting) : PageModel
{
    public sealed class Answers
    {
        public string? Title { get; set; }

        public string? On { get; set; }

        /// <summary>Its name is what the page and its problems need; the file itself is read from the request.</summary>
        public string? File { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public bool HasFile { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        var compartment = await open.Of((await here.RequirePlace(stop)).Id, stop);
        HasFile = compartment?.PolicyFileId is not null;
        Form = new() { Title = compartment?.Policy, On = compartment?.PolicyOn.ToString("d MMMM yyyy") };
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var kept = await keep.Handle(place.Id, new(Form.Title, Form.On), HttpContext.ArrivedFile("Form.File"), acting.RequirePerson().PersonId, stop);
        if (kept.Succeeded)
        {
            return LocalRedirect("/people/confidential");
        }

        HasFile = (await open.Of(place.Id, stop))?.PolicyFileId is not null;
        return this.Again(kept);
    }
}
