using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Web;
using Trellis.Support.Checks.Records;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Support.Checks.Talk;

/// <summary>One item in the talk: what people said and why, and what the group agrees on.</summary>
[Requires(CheckRules.Run)]
internal sealed class TalkItemModel(FindCheck find, ReadSpread read, AgreeLevel agree, Acting acting, Platform.Texts.Texts t) : PageModel
{
    [BindProperty]
    public AgreeLevel.Form Form { get; set; } = new();

    public SeenCheck Check { get; private set; } = null!;

    public Spread Spread { get; private set; } = null!;

    /// <summary>What somebody else wrote since the form was opened.</summary>
    public Agreed? Meanwhile { get; private set; }

    public Spread? Next { get; private set; }

    public IReadOnlyList<Choice> Options =>
    [
        .. SaidWords.Levels.Select((level, at) => new Choice(level.ToString(), t[SaidWords.Of(level)], Spread.Item.Levels[at])),
        new(nameof(Said.NotKnown), t["Not known"]),
        new(nameof(Said.DoesNotApply), t["Does not apply"]),
    ];

    public async Task<IActionResult> OnGet(string slug, Guid check, string item, CancellationToken stop)
    {
        if (!await Find(slug, check, item, stop))
        {
            return NotFound();
        }

        Form = AgreeLevel.Form.Of(Spread.Agreed);
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, Guid check, string item, CancellationToken stop)
    {
        if (!await Find(slug, check, item, stop))
        {
            return NotFound();
        }

        var agreed = await agree.Handle(Check.Assessment, Spread.Item, Form, acting.RequirePerson().PersonId, stop);
        return !agreed.Succeeded ? this.Again(agreed)
            : agreed.Value ? LocalRedirect(Next is { } next ? $"{Check.Talk}/{next.Item.Id}" : Check.Talk)
            : await Find(slug, check, item, stop) ? Conflicting() : NotFound();
    }

    private PageResult Conflicting()
    {
        Meanwhile = Spread.Agreed;
        Form.Stood = (Meanwhile?.Version ?? -1) + 1;
        return this.Outdated("Form.Stood");
    }

    private async Task<bool> Find(string slug, Guid id, string item, CancellationToken stop)
    {
        if (await find.Handle(slug, id, stop) is not { } check || check.Instrument.Item(item) is null)
        {
            return false;
        }

        var all = await read.Handle(check.Assessment, check.Instrument, stop);
        (Check, Spread) = (check, all.First(one => one.Item.Id == item));
        Next = all.SkipWhile(one => one.Item.Id != item).Skip(1).FirstOrDefault(one => one.Agreed is null) ?? all.FirstOrDefault(one => one.Item.Id != item && one.Agreed is null);
        return true;
    }
}
