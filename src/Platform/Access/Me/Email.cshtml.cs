using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Asks for the address to be known by from now on.</summary>
[Requires(AccessRules.OwnAccount)]
[StepUp]
internal sealed class EmailModel(Acting acting, AskNewEmail ask, PublicAddress address) : PageModel
{
    public sealed class Answers
    {
        public string? Email { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>Whether they come from having asked.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public string? SentTo { get; private set; }

    public Actor Me => acting.RequirePerson();

    public async Task OnGet(CancellationToken stop) => SentTo = Sent ? await ask.Waiting(Me.PersonId, stop) : null;

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var asked = await ask.Handle(new(Me, Form.Email, path => address.Link(Request, path)), stop);
        return asked.Succeeded ? LocalRedirect("/me/email?sent=true") : this.Again(asked);
    }
}
