using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;

namespace Trellis.Platform.Access;

/// <summary>A page that ends a role: somebody else's, or one's own.</summary>
public abstract class EndRolePage : PageModel
{
    public sealed class Answers
    {
        public string? Because { get; set; }

        public string? Successor { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [FromRoute(Name = "appointment")]
    public Guid Id { get; set; }

    internal EndRole.Seen Seen { get; private set; } = null!;

    public string ScopeName { get; private set; } = "";

    public IReadOnlyList<Choice> Heirs { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Look(stop) is null ? NotFound() : Page();

    [StepUp]
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (await Look(stop) is not { } place || await Services.GetRequiredService<EndRole>().Handle(Me, new(Id, Form.Because, Form.Successor, ScopeName), place.Id, stop) is not { } ended)
        {
            return NotFound();
        }

        return ended.Succeeded ? LocalRedirect(Next) : this.Again(ended);
    }

    protected abstract bool IsOwn { get; }

    protected abstract string Next { get; }

    protected ScopeName? Scope { get; private set; }

    private IServiceProvider Services => HttpContext.RequestServices;

    private Actor Me => Services.GetRequiredService<Acting>().RequirePerson();

    private async Task<Place?> Look(CancellationToken stop)
    {
        var place = await Services.GetRequiredService<Here>().RequirePlace(stop);
        if (await Services.GetRequiredService<EndRole>().Look(Me, Id, place.Id, stop) is not { } seen || seen.Person.Id == Me.PersonId != IsOwn)
        {
            return null;
        }

        Seen = seen;
        Scope = await Services.GetRequiredService<Scopes>().Named(place.Id, seen.Role.ScopeId, stop);
        ScopeName = Scope?.Name ?? "Trellis";
        Heirs = [.. seen.Heirs.Select(one => new Choice(one.Id.ToString(), one.ShownName, one.Email)), .. seen.Role.Role == Role.Lead && seen.Heirs.Count > 0 ? (Choice[])[new("", "Nobody for now", "The place's workers are told that the group has no lead")] : []];
        return place;
    }
}
