using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>One's own account: name, roles, and the browsers one is signed in with.</summary>
[Requires(AccessRules.OwnAccount)]
internal sealed class MeModel(Db db, Acting acting, EndSessions end, AskNewEmail newEmail, TimeProvider clock, ChangeName change, Here here, Scopes scopes, Allowed allowed) : PageModel
{
    public sealed class Answers
    {
        public string? Name { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public Actor Me => acting.RequirePerson();

    /// <summary>The address they asked to use, while the link sent there waits.</summary>
    public string? NewEmail { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<Appointment> Appointments { get; private set; } = [];

    public IReadOnlyDictionary<Guid, ScopeName> Names { get; private set; } = null!;

    public bool MayManagePeople { get; private set; }

    public bool MayRunInstallation { get; private set; }

    public IEnumerable<ScopeName> Led => Appointments.Where(one => one.Role == Role.Lead && Names.ContainsKey(one.ScopeId)).Select(one => Names[one.ScopeId]);
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    /// <summary>The day from which their staff role asks for a passkey they do not have yet.</summary>
    public DateTimeOffset? AskedFrom => Passkeys.Count > 0 || IsSample
        ? null
        : Appointments.Where(held => held.Role.IsStaff()).Select(held => (DateTimeOffset?)(held.Since + ReadSession.WeekWithoutPasskey)).Min();

    private bool IsSample { get; set; }

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        var now = clock.GetUtcNow();
        Sessions = await db.Set<Session>().AsNoTracking().Where(one => one.PersonId == Me.PersonId && one.EndedAt == null && one.EndsAt > now).OrderByDescending(one => one.SeenAt).ToListAsync();
        NewEmail = await newEmail.Waiting(Me.PersonId, default);
        var placeId = (await here.Place(default))?.Id;
        Appointments = await db.Set<Appointment>().AsNoTracking().Where(one => one.PersonId == Me.PersonId && one.EndedAt == null && (one.PlaceId == null || one.PlaceId == placeId)).OrderBy(one => one.Since).ToListAsync();
        Names = await scopes.Named(placeId ?? Guid.Empty, Appointments.Select(one => one.ScopeId), default);
        MayManagePeople = await allowed.To(Me, AccessRules.ManagePeople, placeId ?? Guid.Empty, default);
        MayRunInstallation = await allowed.To(Me, AccessRules.RunInstallation, placeId ?? Guid.Empty, default);
        Passkeys = await db.Set<Passkey>().AsNoTracking().Where(one => one.PersonId == Me.PersonId).OrderBy(one => one.CreatedAt).ToListAsync();
        IsSample = await db.Set<Person>().AnyAsync(one => one.Id == Me.PersonId && one.IsSample);
        await next();
    }

    public void OnGet() => Form.Name = Me.Name;

    public async Task<IActionResult> OnPostName(CancellationToken stop)
    {
        var changed = await change.Handle(Me.PersonId, Form.Name, stop);
        return changed.Succeeded ? LocalRedirect("/me") : this.Again(changed);
    }

    public async Task<IActionResult> OnPostKeepEmail(CancellationToken stop)
    {
        await newEmail.Cancel(Me.PersonId, stop);
        return LocalRedirect("/me");
    }

    [StepUp]
    public async Task<IActionResult> OnPostEnd(Guid session, CancellationToken stop)
    {
        if (!await end.One(Me.PersonId, session, Me.SessionId, stop))
        {
            return NotFound();
        }

        return session == Me.SessionId ? LocalRedirect("/") : LocalRedirect("/me#sessions");
    }
}
