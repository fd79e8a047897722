using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Web;
using Trellis.Support.Plans;

namespace Trellis.Support.Contacts;

/// <summary>Where a worker puts a contact right, says that they are it no longer, or removes what was a mistake.</summary>
[Requires(ContactServices.KeepContacts)]
internal sealed class ChangeContactModel(PlanDesk desk, Db db, KeepContact keep) : PageModel
{
    [BindProperty]
    public ContactForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public OrganisationSummary Group { get; private set; } = null!;

    public Contact Contact { get; private set; } = null!;

    /// <summary>Somebody else saved since the form was opened.</summary>
    public bool Meanwhile { get; private set; }

    public async Task<IActionResult> OnGet(string slug, Guid contact, CancellationToken stop)
    {
        if (!await Find(slug, contact, stop))
        {
            return NotFound();
        }

        (Form, Version) = (ContactForm.Of(Contact), Contact.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, Guid contact, CancellationToken stop)
    {
        if (!await Find(slug, contact, stop))
        {
            return NotFound();
        }

        var changed = await keep.Change(Contact, Version, Form, stop);
        return changed.Succeeded ? await Done(changed.Value, slug, contact, stop) : this.Again(changed);
    }

    public async Task<IActionResult> OnPostLeave(string slug, Guid contact, CancellationToken stop) =>
        await Find(slug, contact, stop) ? await Done(await keep.Leave(Contact, true, stop), slug, contact, stop) : NotFound();

    public async Task<IActionResult> OnPostReturn(string slug, Guid contact, CancellationToken stop) =>
        await Find(slug, contact, stop) ? await Done(await keep.Leave(Contact, false, stop), slug, contact, stop) : NotFound();

    public async Task<IActionResult> OnPostRemove(string slug, Guid contact, CancellationToken stop) =>
        await Find(slug, contact, stop) ? await Done(await keep.Remove(Contact, stop), slug, contact, stop) : NotFound();

    private async Task<IActionResult> Done(bool isDone, string slug, Guid contact, CancellationToken stop) =>
        isDone ? LocalRedirect($"/groups/{slug}/support#contacts") : await Find(slug, contact, stop) ? Conflicting() : NotFound();

    private PageResult Conflicting()
    {
        Meanwhile = true;
        (Form, Version) = (Form.IsEmpty ? ContactForm.Of(Contact) : Form, Contact.Version);
        return this.Outdated();
    }

    private async Task<bool> Find(string slug, Guid id, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group || await db.Contacts(group.PlaceId).FirstOrDefaultAsync(one => one.Id == id && one.OrganisationId == group.Id, stop) is not { } contact)
        {
            return false;
        }

        (Group, Contact) = (group, contact);
        return true;
    }
}
