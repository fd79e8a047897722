using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;

namespace Trellis.Platform.Access;

/// <summary>A page from which people are invited, to the place or to a group of it.</summary>
public abstract class InvitePage : PageModel
{
    public sealed class Answers
    {
        public string? Email { get; set; }

        public string? Role { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public ScopeName Scope { get; private set; } = null!;

    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    /// <summary>The page's own address.</summary>
    public abstract string Path { get; }

    protected Place Place { get; private set; } = null!;

    protected IServiceProvider Services => HttpContext.RequestServices;

    /// <summary>Sent, withdrawn, or nothing: what the latest press of a button did.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Look(stop) ? Page() : NotFound();

    [StepUp]
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (!await Look(stop))
        {
            return NotFound();
        }

        var address = Services.GetRequiredService<PublicAddress>();
        var by = Services.GetRequiredService<Acting>().RequirePerson();
        var invited = await Services.GetRequiredService<Invite>().Handle(by, new(Form.Email, Form.Role, Scope, Place, path => address.Link(Request, path)), stop);
        return invited.Succeeded ? LocalRedirect(Path + "?done=sent") : this.Again(invited);
    }

    /// <summary>The place's or group's id; null where the address names none.</summary>
    protected abstract Task<Guid?> FindScope(CancellationToken stop);

    protected virtual Task LookFurther(CancellationToken stop) => Task.CompletedTask;

    private async Task<bool> Look(CancellationToken stop)
    {
        Place = await Services.GetRequiredService<Here>().RequirePlace(stop);
        if (await FindScope(stop) is not { } id || await Services.GetRequiredService<Scopes>().Named(Place.Id, id, stop) is not { } scope)
        {
            return false;
        }

        Scope = scope;
        Now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        Offered = [.. Invite.Offered(Services.GetRequiredService<Acting>().RequirePerson(), id, Place.Id).Select(role => new Choice(role.ToString(), role.Title(), role.Does()))];
        Open = await Services.GetRequiredService<Db>().Unanswered(id).AsNoTracking().Where(one => one.PlaceId == Place.Id).OrderByDescending(one => one.InvitedAt).Take(200).ToListAsync(stop);
        await LookFurther(stop);
        return true;
    }
}
