using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Problems;

/// <summary>Where anybody says what is wrong with a group's entry.</summary>
[AllowAnonymous]
internal sealed class WrongModel(Here here, FindGroup find, ReportProblem report, PublicAddress address) : PageModel
{
    public sealed class Answers
    {
        public string? What { get; set; }

        public string? Email { get; set; }

        /// <summary>People do not see this field; programs that fill in every form do.</summary>
        public string? Website { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public Organisation Group { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        if (string.IsNullOrEmpty(Form.Website))
        {
            var told = await report.Handle(new(Group, Form.What, Form.Email, HttpContext.Network(), address.For(Request)), stop);
            if (!told.Succeeded)
            {
                return this.Again(told);
            }
        }

        return LocalRedirect($"/groups/{slug}/wrong?sent=true");
    }

    private async Task<bool> Find(string slug, CancellationToken stop) => (Group = (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop))!) is not null;
}
