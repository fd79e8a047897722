using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Web;
using Trellis.Support.Plans;

namespace Trellis.Support.Contacts;

/// <summary>Where a worker writes down whom to turn to in a group.</summary>
[Requires(ContactServices.KeepContacts)]
internal sealed class AddContactModel(PlanDesk desk, KeepContact keep) : PageModel
{
    [BindProperty]
    public ContactForm Form { get; set; } = new();

    public OrganisationSummary Group { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var added = await keep.Add(Group, Form, stop);
        return added.Succeeded ? LocalRedirect($"/groups/{slug}/support#contacts") : this.Again(added);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group)
        {
            return false;
        }

        Group = group;
        return true;
    }
}
