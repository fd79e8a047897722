using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;

namespace Trellis.Platform.Access;

/// <summary>One person of the place: their roles here, another role, shutting them out or letting them in again.</summary>
[Requires(AccessRules.ManagePeople)]
internal sealed class OnePersonModel(Here here, ListPeople list, Scopes scopes, Acting acting, GiveRole give, DisablePerson disable, PublicAddress address) : PageModel
{
    public sealed class RoleAnswers
    {
        public string? Role { get; set; }

        public string? Because { get; set; }
    }

    public sealed class AccountAnswers
    {
        public string? Because { get; set; }

        public bool Enable { get; set; }
    }

    [BindProperty]
    public RoleAnswers Form { get; set; } = new();

    [BindProperty]
    public AccountAnswers Account { get; set; } = new();

    [FromRoute(Name = "person")]
    public Guid Id { get; set; }

    public Actor Me => acting.RequirePerson();

    public Place Place { get; private set; } = null!;

    public ListPeople.Line Line { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, ScopeName> Names { get; private set; } = null!;

    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Look(stop) ? Page() : NotFound();

    [StepUp]
    public async Task<IActionResult> OnPostGive(CancellationToken stop)
    {
        if (!await Look(stop) || await give.Handle(Me, new(Id, Form.Role, Form.Because, Place.Id, Place.Name, address.Link(Request, "/sign-in")), stop) is not { } given)
        {
            return NotFound();
        }

        return given.Succeeded ? LocalRedirect("/people/" + Id) : this.Again(given);
    }

    [StepUp]
    public async Task<IActionResult> OnPostAccount(CancellationToken stop)
    {
        if (!await Look(stop) || await disable.Handle(Me, new(Id, Account.Because, Account.Enable), Place.Id, stop) is not { } done)
        {
            return NotFound();
        }

        return done.Succeeded ? LocalRedirect("/people/" + Id) : this.Again(done, "Account");
    }

    private async Task<bool> Look(CancellationToken stop)
    {
        Place = await here.RequirePlace(stop);
        if (await list.One(Place.Id, Id, stop) is not { } line)
        {
            return false;
        }

        Line = line;
        Names = await scopes.Named(Place.Id, line.Roles.Select(role => role.ScopeId), stop);
        Offered = [.. GiveRole.Offered(Me, Place.Id).Where(role => !line.Roles.Any(held => held.Role == role)).Select(role => new Choice(role.ToString(), role.Title(), role.Does()))];
        return true;
    }
}
