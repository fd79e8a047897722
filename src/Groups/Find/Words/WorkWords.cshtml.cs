using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Find.Words;

/// <summary>Where the staff teach the search what people here say.</summary>
[Requires(GroupRules.KeepSearchWords)]
internal sealed class WorkWordsModel(Here here, Db db, AddSearchWords add) : PageModel
{
    public sealed class Answers
    {
        public string? Alike { get; set; }

        public string? PassOver { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public IReadOnlyList<SearchWords> Own { get; private set; } = [];

    /// <summary>What comes with Trellis, a group of phrases each.</summary>
    public IReadOnlyList<string> Shipped { get; } = [.. SearchWords.ShippedAlike.Select(line => string.Join(" = ", line.Split('=', StringSplitOptions.TrimEntries)))];

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop) => await Done(await add.Alike((await here.RequirePlace(stop)).Id, Form.Alike, stop), stop);

    public async Task<IActionResult> OnPostPassOver(CancellationToken stop) => await Done(await add.PassOver((await here.RequirePlace(stop)).Id, Form.PassOver, stop), stop);

    public async Task<IActionResult> OnPostRemove(Guid words, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Set<SearchWords>().FirstOrDefaultAsync(one => one.Id == words && one.PlaceId == place.Id, stop) is not { } found)
        {
            return NotFound();
        }

        db.Remove(found);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else has removed them just now, which is what was wanted.
        }

        return LocalRedirect("/work/words");
    }

    private async Task<IActionResult> Done(Result<Guid> done, CancellationToken stop)
    {
        if (done.Succeeded)
        {
            return LocalRedirect("/work/words");
        }

        await Read(stop);
        return this.Again(done);
    }

    private async Task Read(CancellationToken stop)
    {
        var place = (await here.RequirePlace(stop)).Id;
        Own = await db.Set<SearchWords>().AsNoTracking().Where(one => one.PlaceId == place).OrderBy(one => one.Words).ThenBy(one => one.Id).ToListAsync(stop);
    }
}
