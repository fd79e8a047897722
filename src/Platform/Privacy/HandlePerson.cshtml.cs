using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Privacy;

/// <summary>Answers somebody who asked, by other ways than their own account, what is kept of them or to be erased.</summary>
[Requires(AccessRules.HandlePrivacy)]
[StepUp]
internal sealed class HandlePersonModel(Db db, Here here, Acting acting, Allowed allowed, TakeAllAboutPerson take, ErasePerson erase, HoldPerson hold, Trail trail) : PageModel
{
    public sealed class Answers
    {
        public string? Reason { get; set; }

        public string? Email { get; set; }

        public string? HoldReason { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public Person Person { get; private set; } = null!;

    /// <summary>The place to which all this is limited, since the person is known in others too; null where it is not.</summary>
    public Place? Only { get; private set; }

    /// <summary>Why nothing is erased for now; null where it may be.</summary>
    public LegalHold? Hold { get; private set; }

    /// <summary>Another place keeps it for now: whose administrators say when that is over.</summary>
    public bool IsHeldElsewhere { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken stop) => await Find(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAll(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop) || await take.Handle(id, readFirst: true, stop, Only?.Id) is not { } file)
        {
            return NotFound();
        }

        trail.Because(Form.Reason);
        await trail.Read("Person", id, (await here.RequirePlace(stop)).Id, stop);
        return File(file, "application/zip", "everything-about-one-person.zip");
    }

    public async Task<IActionResult> OnPostErase(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Form.Reason))
        {
            return this.Again<Person>(new Problem("Reason", "Say who asked for it, and when. The reason is erased with the person; that there was one is kept."));
        }

        if (EmailAddress.Tidy(Form.Email) != Person.Email)
        {
            return this.Again<Person>(new Problem("Email", "To be sure, type the email address of the person who is to be erased."));
        }

        var erased = Only is { } place ? await erase.Handle(id, place.Id, Form.Reason, stop) : await erase.Handle(id, Form.Reason, stop);
        return erased is null ? NotFound() : erased.Succeeded ? LocalRedirect("/people") : this.Again(erased);
    }

    public async Task<IActionResult> OnPostHold(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }

        var held = await hold.Begin(id, (await here.RequirePlace(stop)).Id, Form.HoldReason, acting.RequirePerson().PersonId, stop);
        return held.Succeeded ? LocalRedirect($"/people/{id}/data") : this.Again(held);
    }

    public async Task<IActionResult> OnPostEndHold(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }

        await hold.End(id, (await here.RequirePlace(stop)).Id, acting.RequirePerson().PersonId, stop);
        return LocalRedirect($"/people/{id}/data");
    }

    /// <summary>Only people who hold or held a role in this place are for its administrators to handle.</summary>
    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Person = (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && db.Set<Appointment>().Any(role => role.PersonId == id && role.PlaceId == place.Id), stop))!;
        var isKnownElsewhere = await db.Set<Appointment>().AnyAsync(role => role.PersonId == id && role.PlaceId != place.Id, stop);
        Only = isKnownElsewhere && !await allowed.AreForAll(acting.RequirePerson(), stop) ? place : null;
        Hold = await hold.Of(id, place.Id, stop);
        IsHeldElsewhere = Hold is null && await hold.IsHeld(id, stop);
        return Person is not null;
    }
}
