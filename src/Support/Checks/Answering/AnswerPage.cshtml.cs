using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Support.Checks.Answering;

/// <summary>Where somebody of a group answers, by their link and without an account: one item a page, each answer kept as it is given.</summary>
[AllowAnonymous]
internal sealed class AnswerPageModel(Here here, FindRespondent find, SaveAnswer save, Platform.Texts.Texts t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty(Name = "item", SupportsGet = true)]
    public string? At { get; set; }

    [BindProperty]
    public SaveAnswer.Form Form { get; set; } = new();

    /// <summary>Null where the link leads nowhere.</summary>
    public Answering? Who { get; private set; }

    /// <summary>The item that is asked; null on the first and on the last page.</summary>
    public InstrumentItem? Item { get; private set; }

    public InstrumentArea Area => Who!.Instrument.Areas.First(area => area.Items.Contains(Item!));

    public IReadOnlyList<Choice> Options =>
    [
        .. SaidWords.Levels.Select((level, at) => new Choice(level.ToString(), t[SaidWords.Of(level)], Item!.Levels[at])),
        new(nameof(Said.NotKnown), t[SaidWords.Of(Said.NotKnown)]),
        new(nameof(Said.DoesNotApply), t[SaidWords.Of(Said.DoesNotApply)]),
    ];

    public IReadOnlyList<Choice> BackThen => [.. SaidWords.Levels.Append(Said.NotKnown).Select(level => new Choice(level.ToString(), t[SaidWords.Of(level)]))];

    public string Address(InstrumentItem? item = null) => "/check?key=" + Uri.EscapeDataString(Key ?? "") + (item is null ? "" : "&item=" + item.Id);

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        await Find(stop);
        if (Who is { IsOver: false } && Item is { } item && Who.Answers.GetValueOrDefault(item.Id) is { } said)
        {
            Form = new() { Said = said.Said?.ToString(), Then = said.ThenSaid?.ToString(), Why = said.Why };
        }

        return Shown();
    }

    /// <summary>Keeps the answer and goes on.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await Find(stop);
        if (Who is null || Item is null)
        {
            return Shown();
        }

        var saved = await save.Handle(Who, Item, Form, mustChoose: true, stop);
        return saved.Succeeded ? LocalRedirect(Address(Who.Following(Item))) : Who.IsOver ? Shown() : this.Again(saved);
    }

    /// <summary>Keeps what was tapped or typed just now, for the script.</summary>
    public async Task<IActionResult> OnPostSave(CancellationToken stop)
    {
        await Find(stop);
        if (Who is null || Item is null)
        {
            return Told(StatusCodes.Status410Gone, t["This link leads nowhere. Ask for a new one."]);
        }

        var saved = await save.Handle(Who, Item, Form, mustChoose: false, stop);
        return saved.Succeeded ? Told(StatusCodes.Status200OK, t["Kept."]) : Told(Who.IsOver ? StatusCodes.Status410Gone : StatusCodes.Status422UnprocessableEntity, t[saved.Problems[0].Message]);
    }

    public async Task<IActionResult> OnPostFinish(CancellationToken stop)
    {
        await Find(stop);
        if (Who is null)
        {
            return Shown();
        }

        var done = await save.Finish(Who, stop);
        return done.Succeeded || Who.IsOver ? LocalRedirect(Address()) : this.Again(done);
    }

    private async Task Find(CancellationToken stop)
    {
        Who = await find.Handle((await here.RequirePlace(stop)).Id, Key, stop);
        Item = Who?.Instrument.Item(At);
    }

    private PageResult Shown()
    {
        var page = Page();
        page.StatusCode = Who is null or { IsOver: true, Respondent.FinishedAt: null } ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return page;
    }

    private static ContentResult Told(int status, string text) => new() { StatusCode = status, Content = text, ContentType = "text/plain; charset=utf-8" };
}
