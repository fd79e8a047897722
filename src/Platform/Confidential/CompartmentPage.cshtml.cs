using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;

namespace Trellis.Platform.Confidential;

/// <summary>Where an administrator names the law by which confidential notes are kept, and opens or shuts the compartment.</summary>
[Requires(ConfidentialRules.Open)]
internal sealed class CompartmentPageModel(Db db, Here here, OpenCompartment open, KeyRing keys, Texts.Texts t) : PageModel
{
    public sealed class Answers
    {
        public List<string> Conditions { get; set; } = [];
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public Compartment? Compartment { get; private set; }

    public bool IsOpen => Compartment is { ClosedAt: null };

    /// <summary>The key was made once and is not there now.</summary>
    public bool IsKeyMissing { get; private set; }

    public IReadOnlyList<string> Confidants { get; private set; } = [];

    public IEnumerable<LawCondition> Named => (Compartment?.Conditions ?? "").Split(',').Where(name => Enum.IsDefined(typeof(LawCondition), name)).Select(Enum.Parse<LawCondition>);

    public IReadOnlyList<Choice> Conditions => [.. Enum.GetValues<LawCondition>().Select(one => new Choice(one.ToString(), t[CompartmentWords.Of(one)], t[CompartmentWords.Paragraph(one)]))];

    public async Task OnGet(CancellationToken stop)
    {
        await Look(stop);
        Form = new() { Conditions = [.. Named.Select(one => one.ToString())] };
    }

    [StepUp]
    public async Task<IActionResult> OnPostOpen(CancellationToken stop)
    {
        var opened = await open.Handle((await here.RequirePlace(stop)).Id, Form.Conditions, stop);
        await Look(stop);
        return opened.Succeeded ? LocalRedirect("/people/confidential") : this.Again(opened);
    }

    [StepUp]
    public async Task<IActionResult> OnPostShut(CancellationToken stop)
    {
        await open.Shut((await here.RequirePlace(stop)).Id, stop);
        return LocalRedirect("/people/confidential");
    }

    private async Task Look(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Compartment = await open.Of(place.Id, stop);
        IsKeyMissing = IsOpen && !(await keys.Current(stop)).Succeeded;
        Confidants = [.. (await (
            from role in db.Living()
            join person in db.Set<Person>() on role.PersonId equals person.Id
            where role.Role == Role.Confidant && role.ScopeId == place.Id
            select person).ToListAsync(stop)).Select(person => person.ShownName).Order(StringComparer.CurrentCulture)];
    }
}
