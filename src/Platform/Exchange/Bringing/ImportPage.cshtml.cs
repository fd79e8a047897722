using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Platform.Web;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>What became of each row of a file that came in.</summary>
[Requires(BringingRules.BringFiles)]
internal sealed class ImportPageModel(Here here, ReadImports read, TakeListBack back, IEnumerable<Importer> importers, Texts.Texts t) : PageModel
{
    public sealed class Answers
    {
        public string? Why { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>Only findings this grave are shown; empty for all.</summary>
    [BindProperty(SupportsGet = true, Name = "only")]
    public Severity? Only { get; set; }

    /// <summary>The last finding of the page before; empty for the first.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public Import Import { get; private set; } = null!;

    public Source Source { get; private set; } = null!;

    public IReadOnlyDictionary<Severity, int> Counts { get; private set; } = new Dictionary<Severity, int>();

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public string? Next { get; private set; }

    public string Address => "/work/imports/" + Import.Id;

    public string? First => After is null ? null : Address + Narrowed("?");

    public string What => t[importers.FirstOrDefault(importer => importer.Format == Import.Format)?.Title ?? Import.Format];

    public async Task<IActionResult> OnGet(Guid import, CancellationToken stop)
    {
        if (!ModelState.IsValid || !await Find(import, stop))
        {
            return NotFound();
        }

        await Show(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostBack(Guid import, CancellationToken stop)
    {
        if (!await Find(import, stop))
        {
            return NotFound();
        }

        var done = await back.Handle(await here.RequirePlace(stop), import, Form.Why, stop);
        if (done.Succeeded)
        {
            return LocalRedirect(Address);
        }

        await Find(import, stop);
        await Show(stop);
        return this.Again(done);
    }

    private async Task Show(CancellationToken stop)
    {
        Counts = await read.Counts(Import.Id, stop);
        var found = await read.Findings(Import.Id, Only, After, stop);
        Findings = [.. found.Take(ReadImports.FindingsOnAPage)];
        Next = found.Count > Findings.Count ? $"{Address}?after={Findings[^1].Id}{Narrowed("&")}" : null;
    }

    private string Narrowed(string sign) => Only is { } only ? $"{sign}only={only}" : "";

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await read.One((await here.RequirePlace(stop)).Id, id, stop) is not var (import, source))
        {
            return false;
        }

        (Import, Source) = (import, source);
        return true;
    }
}
