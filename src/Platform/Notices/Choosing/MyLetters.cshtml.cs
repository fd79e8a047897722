using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Web;

namespace Trellis.Platform.Notices;

/// <summary>One's own choice of letters.</summary>
[Requires(AccessRules.OwnAccount)]
internal sealed class MyLettersModel(Acting acting, ChooseLetters choose) : PageModel
{
    public sealed class Answers
    {
        public string? News { get; set; }

        public string? Often { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public string Email => acting.RequirePerson().Email;

    public async Task OnGet(CancellationToken stop)
    {
        var chosen = await choose.Chosen(acting.RequirePerson(), stop);
        Form = new() { News = chosen.News, Often = chosen.Often };
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var chosen = await choose.Handle(acting.RequirePerson(), new(Form.News, Form.Often), stop);
        return chosen.Succeeded ? LocalRedirect("/me/letters?saved=true") : this.Again(chosen);
    }
}
