using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Confirming;

/// <summary>Where the link of an asking leads. Opening it changes nothing: mail programs open links by themselves.</summary>
[AllowAnonymous]
internal sealed class ConfirmPageModel(Here here, Db db, OneTimeLinks links, ConfirmEntry confirm, AskToConfirm ask, PublicAddress address) : PageModel
{
    public enum Steps
    {
        Look,
        Confirmed,
        Sent,
        Over,
        Resent,
    }

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public EntryForm Form { get; set; } = new();

    public Steps Step { get; private set; }

    public Organisation? Group { get; private set; }

    public Entry Shown { get; private set; } = null!;

    /// <summary>Whether this link may confirm; one sent to somebody who reported a fault may only propose.</summary>
    public bool Asks { get; private set; }

    public bool Changing { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Find(stop) ? Page() : Ended();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var done = await confirm.AllRight((await here.RequirePlace(stop)).Id, Key, stop);
        return done.Succeeded ? Show(Steps.Confirmed) : await Find(stop) ? this.Again(done) : Ended();
    }

    public async Task<IActionResult> OnPostChange(CancellationToken stop)
    {
        var typed = Form;
        if (!await Find(stop))
        {
            return Ended();
        }

        (Form, Changing) = (typed, true);
        var done = await confirm.Changed((await here.RequirePlace(stop)).Id, Key, Asks ? LinkPurpose.ConfirmEntry : LinkPurpose.ProposeChange, Form, stop);
        return done.Succeeded ? Show(done.Value ? Steps.Confirmed : Steps.Sent) : this.Again(done);
    }

    public async Task<IActionResult> OnPostAgain(CancellationToken stop)
    {
        await Find(stop);
        if (Group is null)
        {
            return Ended();
        }

        var sent = await ask.Handle(new(Group.PlaceId, Group.Id, address.For(Request), null), stop);
        Step = sent.Succeeded ? Steps.Resent : Steps.Over;
        return sent.Succeeded ? Page() : this.Again(sent);
    }

    /// <summary>False where the link works no longer; the group is known even then, to those who have its secret.</summary>
    private async Task<bool> Find(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var hash = Secret.Hash(Key ?? "");
        var link = await db.Set<OneTimeLink>().AsNoTracking()
            .FirstOrDefaultAsync(one => one.TokenHash == hash && one.PlaceId == place.Id && (one.Purpose == LinkPurpose.ConfirmEntry || one.Purpose == LinkPurpose.ProposeChange), stop);
        Group = link is null ? null : await db.Organisations(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == link.SubjectId && one.MergedIntoId == null, stop);
        if (Group is null || await links.Find(Key, link!.Purpose, stop) is null)
        {
            return false;
        }

        Asks = link.Purpose == LinkPurpose.ConfirmEntry;
        Shown = await PublicEntry.Of(db, Group.Id, stop);
        (Form, Changing) = (EntryForm.Of(Shown, []), !Asks);
        return true;
    }

    private PageResult Show(Steps step)
    {
        Step = step;
        return Page();
    }

    private PageResult Ended()
    {
        var page = Show(Steps.Over);
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }
}
