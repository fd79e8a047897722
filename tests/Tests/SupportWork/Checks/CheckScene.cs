using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>A group with a lead who takes stock with others.</summary>
public abstract class CheckScene(Site site) : Scene(site)
{
    private readonly Site site = site;

    private protected Site Site => site;

    private protected static Instrument FirstSteps { get; } = new InstrumentFiles(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()).Find("first-steps", "1")!;

    private protected Task<Visitor> Manager() => site.SignInAs(Role.Manager, Place.Id, Place.Id, $"manager-{Guid.CreateVersion7():n}@example.org");

    /// <summary>Begins the first steps, as people do it, and gives back the address of the check's page.</summary>
    private protected async Task<string> Begin(Visitor by, string? onWordOf = null)
    {
        var page = await by.Open(Address("/begin-check"));
        var begun = await (onWordOf is null ? page.Press("Begin", (FirstStepsLabel, "x")) : page.Press("Begin", (FirstStepsLabel, "x"), ("Who of the group wants this, and lets you see it?", onWordOf)));
        Assert.Equal(302, begun.Status);
        return begun.Response.Headers.Location!.ToString();
    }

    /// <summary>Asks somebody, and gives back their link.</summary>
    private protected async Task<string> Ask(Visitor by, string check, string name, string email = "")
    {
        var asked = await (await by.Open(check)).Press("Make a link", ("Name", name), ("What they are in the group", "Trustee"), ("Email", email));
        Assert.Equal(200, asked.Status);
        return new Uri(asked.Document.QuerySelectorAll("a").Select(link => link.TextContent).Single(text => text.Contains("/check?key=", StringComparison.Ordinal))).PathAndQuery;
    }

    /// <summary>Answers every item in the same way, and finishes.</summary>
    private protected async Task AnswerAll(string link, string label, string why = "")
    {
        var visitor = site.Visit();
        foreach (var item in FirstSteps.Items)
        {
            var page = await visitor.Open($"{link}&item={item.Id}");
            Assert.Equal(302, (await page.Press("Keep and go on", (Chosen(item, label), "x"), ("Why do you think so?", why))).Status);
        }

        Assert.Equal(302, (await (await visitor.Open(link)).Press("I have finished")).Status);
    }

    /// <summary>As the answer's label stands on the page: its word and its description.</summary>
    private protected static string Chosen(InstrumentItem item, string label) =>
        Array.FindIndex(SaidWords.Levels, level => SaidWords.Of(level) == label) is >= 0 and var at ? label + item.Levels[at] : label;

    private protected static async Task Agree(Visitor by, string check, InstrumentItem item, string label, string reason = "We talked.")
    {
        var page = await by.Open($"{Talk(check)}/{item.Id}");
        var saved = await page.Press("Save and go on", (Chosen(item, label), "x"), ("Why?", reason), ("What shows it?", ""));
        Assert.Equal(302, saved.Status);
    }

    private protected static string Talk(string check) => check.Replace("/check/", "/check-talk/", StringComparison.Ordinal);

    private protected static string Result(string check) => check.Replace("/check/", "/check-result/", StringComparison.Ordinal);

    private protected static string Sharing(string check) => check.Replace("/check/", "/check-sharing/", StringComparison.Ordinal);

    private protected static Guid Id(string check) => Guid.Parse(check.Split('/')[^1]);

    private protected Task<List<Answer>> AnswersIn(string check) =>
        site.InDb(db => db.Set<Answer>().Where(one => db.Set<Respondent>().Any(who => who.Id == one.RespondentId && who.AssessmentId == Id(check))).ToListAsync());

    /// <summary>A whole check: one person answers everything so, and the group agrees on everything so.</summary>
    private protected async Task<string> Whole(Visitor lead, string label, string? finish = "Finish the check")
    {
        var check = await Begin(lead);
        await AnswerAll(await Ask(lead, check, "Joan"), label);
        Assert.Equal(302, (await (await lead.Open(check)).Press("Close the answers and talk")).Status);
        foreach (var item in FirstSteps.Items)
        {
            await Agree(lead, check, item, label);
        }

        if (finish is not null)
        {
            Assert.Equal(302, (await (await lead.Open(Talk(check))).Press(finish)).Status);
        }

        return check;
    }

    private protected const string FirstStepsLabel = "First stepsGroups without staff: twelve questions in ten minutes";
}
