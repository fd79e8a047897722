using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Web;
using Trellis.Support.Checks.Records;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Support.Checks.Sharing;

/// <summary>Where a group's lead says who may read a check, takes it back, and sees who read it.</summary>
[Requires(CheckRules.Share)]
internal sealed class SharingModel(FindCheck find, ShareCheck share, Db db, Acting acting, Platform.Texts.Texts t) : PageModel
{
    private const int Most = 200;

    [BindProperty]
    public ShareCheck.Form Form { get; set; } = new();

    public SeenCheck Check { get; private set; } = null!;

    public IReadOnlyList<CheckConsent> Given { get; private set; } = [];

    public IReadOnlyList<(DateTimeOffset At, string? Who, bool ByLink)> Looks { get; private set; } = [];

    /// <summary>A funder's link, shown once.</summary>
    public string? Link { get; private set; }

    public IReadOnlyList<Choice> Options =>
    [
        new(nameof(Audience.Support), t["The organisation that supports us"], t["Its workers and managers read the check and can talk it through with you."]),
        new(nameof(Audience.Funder), t["One funder, by name"], t["You get a link to hand to them. They see what you agreed, not what each person said."]),
        new(nameof(Audience.Statistics), t["Statistics without our name"], t["Counts of groups that moved up, never shown for fewer than five groups."]),
    ];

    public string Words(CheckConsent given) => given.Audience switch
    {
        Audience.Support => t["The organisation that supports us"],
        Audience.Statistics => t["Statistics without our name"],
        _ => given.Funder!,
    };

    public async Task<IActionResult> OnGet(string slug, Guid check, CancellationToken stop) => await Find(slug, check, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, Guid check, [FromServices] PublicAddress address, CancellationToken stop)
    {
        if (!await Find(slug, check, stop))
        {
            return NotFound();
        }

        var given = await share.Give(Check.Assessment, Form, acting.RequirePerson().PersonId, stop);
        if (!given.Succeeded)
        {
            return this.Again(given);
        }

        if (given.Value.Length == 0)
        {
            return LocalRedirect(Check.Sharing);
        }

        Link = address.Link(Request, "/check/shared?key=" + given.Value);
        Form = new();
        ModelState.Clear();
        return await Find(slug, check, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostTakeBack(string slug, Guid check, Guid consent, CancellationToken stop) =>
        await Find(slug, check, stop) && await share.TakeBack(Check.Assessment, consent, stop) ? LocalRedirect(Check.Sharing) : NotFound();

    private async Task<bool> Find(string slug, Guid id, CancellationToken stop)
    {
        if (await find.Handle(slug, id, stop) is not { } check)
        {
            return false;
        }

        Check = check;
        Given = await db.Set<CheckConsent>().AsNoTracking().Where(one => one.AssessmentId == id && one.WithdrawnAt == null).OrderBy(one => one.GivenAt).ToListAsync(stop);
        var rows = await (
            from entry in db.Set<AuditEntry>().AsNoTracking()
            where entry.RecordId == id && entry.RecordKind == nameof(Assessment) && entry.Act.EndsWith(" " + nameof(DeedKind.Read))
            join person in db.Set<Person>().AsNoTracking() on entry.ActorId equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby entry.Sequence descending
            select new { entry.At, entry.ActorId, person }).Take(Most).ToListAsync(stop);
        Looks = [.. rows.Select(row => (row.At, row.person?.ShownName, row.ActorId is null))];
        return true;
    }
}
