using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Web;

namespace Trellis.Platform.Notices;

/// <summary>How mail goes: what was set aside, which addresses do not work, and the letters themselves where there is no mail server.</summary>
[Requires(AccessRules.RunInstallation)]
internal sealed class MailModel(Db db, MailSettings settings, ReadFolder folder, SendAgain again, TakeReturned returned, News news, Acting acting) : PageModel
{
    private const int MostShown = 50;

    public sealed class Answers
    {
        public string? Email { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public MailSettings Settings => settings;

    public int Waiting { get; private set; }

    /// <summary>The list of those who want no news cannot be read any more.</summary>
    public bool IsListLost { get; private set; }

    public IReadOnlyList<Letter> Parked { get; private set; } = [];

    public IReadOnlyList<Unreachable> Unreachable { get; private set; } = [];

    public IReadOnlyList<ReadFolder.Seen> Letters { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        Waiting = await db.Set<Letter>().CountAsync(letter => letter.State == LetterState.Waiting);
        Parked = await db.Set<Letter>().AsNoTracking().Where(letter => letter.State == LetterState.Parked).OrderByDescending(letter => letter.Id).Take(MostShown).ToListAsync();
        Unreachable = await db.Set<Unreachable>().AsNoTracking().OrderByDescending(address => address.Since).Take(MostShown).ToListAsync();
        var me = acting.RequirePerson().Email;
        Letters = [.. folder.Latest(MostShown).Select(letter => letter.To == me ? letter : HideSecrets.In(letter))];
        IsListLost = !await news.CanSend(default);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAgain(Guid letter, CancellationToken stop) => await again.Handle(letter, stop) ? LocalRedirect("/people/mail#parked") : NotFound();

    [StepUp]
    public async Task<IActionResult> OnPostWorks(string? address, CancellationToken stop) => await returned.Works(address ?? "", stop) ? LocalRedirect("/people/mail#unreachable") : NotFound();

    [StepUp]
    public async Task<IActionResult> OnPostReturned(CancellationToken stop)
    {
        var said = await returned.Say(Form.Email, stop);
        return said.Succeeded ? LocalRedirect("/people/mail#unreachable") : this.Again(said);
    }
}
