using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Lists;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Mailing;

/// <summary>Where a worker writes to those of a list who agreed, sees who that is, and looks at the letter before it goes.</summary>
[Requires(GroupRules.MailLists)]
internal sealed class WriteNewsModel(Here here, Acting acting, ReadLists read, FindReaders find, SendNews send) : PageModel
{
    public sealed class Answers
    {
        public string? About { get; set; }

        public string? Letter { get; set; }

        public Guid Ticket { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public KeptList List { get; private set; } = null!;

    public FindReaders.Readers Readers { get; private set; } = null!;

    /// <summary>The letter as it would go; null while it is being written.</summary>
    public SendNews.Draft? Draft { get; private set; }

    public Guid NewTicket { get; } = Guid.CreateVersion7();

    public async Task<IActionResult> OnGet(Guid list, CancellationToken stop) => await Find(list, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid list, CancellationToken stop)
    {
        if (!await Find(list, stop))
        {
            return NotFound();
        }

        var draft = SendNews.Read(Form.About, Form.Letter);
        if (!draft.Succeeded)
        {
            return this.Again(draft);
        }

        Draft = draft.Value;
        return Page();
    }

    /// <summary>Back from the preview to the writing, with what was written.</summary>
    public async Task<IActionResult> OnPostChange(Guid list, CancellationToken stop) => await Find(list, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSend(Guid list, CancellationToken stop)
    {
        if (!await Find(list, stop))
        {
            return NotFound();
        }

        var sent = await send.Handle(new(List, Form.Ticket, Form.About, Form.Letter, acting.RequirePerson().PersonId), stop);
        return sent.Succeeded ? LocalRedirect("/work/lists/letters/" + sent.Value) : this.Again(sent);
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await read.One((await here.RequirePlace(stop)).Id, id, stop) is not { } found)
        {
            return false;
        }

        (List, Readers) = (found, await find.Handle(found, stop));
        return true;
    }
}
