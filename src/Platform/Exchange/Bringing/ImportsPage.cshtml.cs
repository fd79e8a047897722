using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Where a manager or administrator brings a file, and sees those that came before.</summary>
[Requires(BringingRules.BringFiles)]
[ReceivesFile]
internal sealed class ImportsPageModel(Here here, Db db, ReceiveFile receive, ReadImports read, Acting acting) : PageModel
{
    public sealed class Answers
    {
        public string? File { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>Imports older than this one are shown; empty for the newest.</summary>
    [BindProperty(SupportsGet = true, Name = "before")]
    public Guid? Before { get; set; }

    public IReadOnlyList<(Guid Id, string FileName, DateTimeOffset ArrivedAt)> Waiting { get; private set; } = [];

    public IReadOnlyList<ReadImports.Line> Imports { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var received = await receive.Handle(await here.RequirePlace(stop), HttpContext.ArrivedFile("Form.File"), acting.RequirePerson().PersonId, stop);
        if (received.Succeeded)
        {
            return LocalRedirect("/work/imports/waiting/" + received.Value);
        }

        await Read(stop);
        return this.Again(received);
    }

    private async Task Read(CancellationToken stop)
    {
        var place = (await here.RequirePlace(stop)).Id;
        var waiting = await db.WaitingIn(place).Select(one => new { one.Id, one.FileName, one.ArrivedAt }).ToListAsync(stop);
        Waiting = [.. waiting.OrderByDescending(one => one.ArrivedAt).Select(one => (one.Id, one.FileName, one.ArrivedAt))];
        var imports = await read.Of(place, Before, stop);
        Imports = [.. imports.Take(ReadImports.OnAPage)];
        Next = imports.Count > ReadImports.OnAPage ? "/work/imports?before=" + Imports[^1].Import.Id : null;
    }
}
