using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>A file that waits: what it was taken for, what would become of its rows, and the button that brings it in.</summary>
[Requires(BringingRules.BringFiles)]
internal sealed class WaitingPageModel(Here here, Db db, TryFile attempt, SayOfFile say, BringInFile bring, RemoveFile remove, Acting acting, Texts.Texts t) : PageModel
{
    public sealed class Answers
    {
        public string? Format { get; set; }

        public string? Edition { get; set; }

        public string? Title { get; set; }

        public string? Publisher { get; set; }

        public string? Licence { get; set; }

        public string? AsOf { get; set; }

        /// <summary>A field for each column, in the order of the file.</summary>
        public List<string?> Columns { get; set; } = [];

        /// <summary>The answers about the whole file, in the order of the importer's options.</summary>
        public List<string?> Options { get; set; } = [];
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>Of what was looked at.</summary>
    [BindProperty]
    public int Version { get; set; }

    public WaitingImport Waiting { get; private set; } = null!;

    public LookedAt Looked { get; private set; } = null!;

    /// <summary>What it is taken for; null where that is not known.</summary>
    public Importer? Importer { get; private set; }

    public IReadOnlyList<Choice> Formats => [.. attempt.Importers.Select(importer => new Choice(importer.Format, t[importer.Title]))];

    public IReadOnlyList<Choice> Editions { get; private set; } = [];

    public string Address => "/work/imports/waiting/" + Waiting.Id;

    public async Task<IActionResult> OnGet(Guid waiting, CancellationToken stop)
    {
        if (!await Find(waiting, stop))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid waiting, CancellationToken stop)
    {
        if (!await Find(waiting, stop))
        {
            return NotFound();
        }

        Form.Options.AddRange(Enumerable.Repeat<string?>(null, Math.Max(0, (Importer?.Options.Count ?? 0) - Form.Options.Count))); // the page asks for each by its number
        var options = (Importer?.Options ?? []).Zip(Form.Options, (option, answer) => (option.Name, answer)).ToDictionary(pair => pair.Name, pair => pair.answer);
        var answers = new SayOfFile.Answers(Form.Format, Form.Edition, Form.Title, Form.Publisher, Form.Licence, Form.AsOf, Form.Columns.Count > 0 ? Form.Columns : null, options);
        var said = await say.Handle(await here.RequirePlace(stop), waiting, answers, stop);
        return said.Succeeded ? LocalRedirect(Address) : Refused(said);
    }

    public async Task<IActionResult> OnPostBring(Guid waiting, CancellationToken stop)
    {
        if (!await Find(waiting, stop))
        {
            return NotFound();
        }

        var brought = await bring.Handle(await here.RequirePlace(stop), waiting, Version, acting.RequirePerson().Email, stop);
        if (brought.Succeeded)
        {
            return LocalRedirect("/work/imports/" + brought.Value);
        }

        Fill();
        return Refused(brought);
    }

    public async Task<IActionResult> OnPostRemove(Guid waiting, CancellationToken stop)
    {
        if (!await Find(waiting, stop))
        {
            return NotFound();
        }

        var removed = await remove.Handle(Waiting.PlaceId, waiting, stop);
        if (removed.Succeeded)
        {
            return LocalRedirect("/work/imports");
        }

        Fill();
        return Refused(removed);
    }

    private IActionResult Refused<T>(Result<T> refused)
    {
        ModelState.Remove(nameof(Version)); // the page shows what was looked at last, and its button is about that
        return this.Again(refused);
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Waiting = (await db.WaitingIn(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop))!;
        if (Waiting is null)
        {
            return false;
        }

        Looked = LookedAt.Read(Waiting.Looked);
        Importer = attempt.Of(Looked.Format);
        var editions = await SayOfFile.Editions(db, place.Id).Select(source => new { source.Key, source.Title }).ToListAsync(stop);
        Editions = [.. editions.Select(source => new Choice(source.Key, source.Title))];
        return true;
    }

    /// <summary>The form as it was last answered.</summary>
    private void Fill()
    {
        var said = FileSaid.Read(Waiting.Said);
        Form = new()
        {
            Format = Looked.Format,
            Edition = Editions.Any(edition => edition.Value == said.Key) ? said.Key : null,
            Title = said.Title,
            Publisher = said.Publisher,
            Licence = said.Licence,
            AsOf = said.AsOf?.ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture),
            Columns = [.. Looked.Columns.Select(column => column.Field)],
            Options = [.. (Importer?.Options ?? []).Select(option => said.Option(option.Name) ?? option.Usual)],
        };
    }
}
