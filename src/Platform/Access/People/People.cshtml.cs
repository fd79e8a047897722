using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>Who holds which role in this place.</summary>
[Requires(AccessRules.ManagePeople)]
internal sealed class PeopleModel(Here here, ListPeople list, Scopes scopes) : PageModel
{
    private const int Furthest = 5_000;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "from-page")]
    public int At { get; set; }

    public ListPeople.Found Found { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, ScopeName> Names { get; private set; } = null!;

    public int First => ((At - 1) * ListPeople.PageSize) + 1;

    public int Last => First + Found.Lines.Count - 1;

    public async Task OnGet(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        At = Math.Clamp(At, 1, Furthest);
        Found = await list.Handle(place.Id, Q, At, stop);
        Names = await scopes.Named(place.Id, Found.Lines.SelectMany(line => line.Roles).Select(role => role.ScopeId).Where(id => id != place.Id), stop);
    }

    public string? Link(int page) => page < 1 || page > ((Found.Total - 1) / ListPeople.PageSize) + 1 ? null
        : "/people?from-page=" + page + (string.IsNullOrEmpty(Q) ? "" : "&q=" + Uri.EscapeDataString(Q));
}
