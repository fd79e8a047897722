using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Privacy;
using Trellis.Support.Checks.Records;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>People of a group answer by link, without an account; nothing that was tapped or typed is lost, and nobody sees who said what.</summary>
public sealed class AnsweringTests(Site site) : CheckScene(site)
{
    [Fact]
    public async Task Each_answer_is_kept_and_the_link_goes_on_where_it_stopped()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        var link = await Ask(lead, check, "Joan");
        var first = FirstSteps.Items[0];
        var phone = Site.Visit();
        Assert.Contains("0 of 12 answered", (await phone.Open(link)).Text, StringComparison.Ordinal);
        var page = await phone.Open($"{link}&item={first.Id}");
        var empty = await page.Press("Keep and go on");
        Assert.Equal((422, "Choose what fits best. “I do not know” is an answer, too."), (empty.Status, empty.Problems.Single()));
        var on = await page.Press("Keep and go on", (Chosen(first, "Started"), "x"), ("Why do you think so?", "We wrote a line"));
        Assert.EndsWith("item=" + FirstSteps.Items[1].Id, on.Response.Headers.Location!.ToString(), StringComparison.Ordinal);

        var other = await Site.Visit().Open(link); // another phone, later
        Assert.Contains("1 of 12 answered", other.Text, StringComparison.Ordinal);
        Assert.Contains("We wrote a line", (await Site.Visit().Open($"{link}&item={first.Id}")).Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 12 answered", (await lead.Open(check)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We wrote a line", (await lead.Open(check)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_kept_letter_by_letter_with_or_without_a_level_and_the_last_word_counts()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        var link = await Ask(lead, check, "Joan");
        var item = FirstSteps.Items[3];
        var visitor = Site.Visit();
        var page = await visitor.Open($"{link}&item={item.Id}");
        foreach (var text in new[] { "W", "We", "We a", "We ar", "We are", "We are t" })
        {
            Assert.Equal((200, "Kept."), await Save(visitor, page, item.Id, ("Form.Why", text)));
        }

        Assert.Equal((null, "We are t"), ((await AnswersIn(check)).Single().Said, (await AnswersIn(check)).Single().Why));
        await Save(visitor, page, item.Id, ("Form.Why", "We are three"), ("Form.Said", "InPlace"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Save(visitor, page, item.Id, ("Form.Why", "We are three"), ("Form.Said", "Strong"))));
        var kept = Assert.Single(await AnswersIn(check));
        Assert.Equal((Said.Strong, "We are three"), (kept.Said, kept.Why));
        Assert.Equal((422, "Say why in at most 2,000 letters."), await Save(visitor, page, item.Id, ("Form.Why", new string('a', 2_001))));
        Assert.Equal((200, "Kept."), await Save(visitor, page, item.Id, ("Form.Said", "Excellent"))); // a made-up level is none
        Assert.Null((await AnswersIn(check)).Single().Said);
    }

    [Fact]
    public async Task A_link_used_after_finishing_or_closing_is_answered_with_a_sentence_and_changes_nothing()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        var (joan, bob) = (await Ask(lead, check, "Joan"), await Ask(lead, check, "Bob"));
        var bobs = Site.Visit();
        var open = await bobs.Open($"{bob}&item={FirstSteps.Items[0].Id}");
        var early = await Site.Visit().Open(joan);
        Assert.DoesNotContain("I have finished", early.Text, StringComparison.Ordinal);
        await AnswerAll(joan, "In place");
        var done = await Site.Visit().Open(joan);
        Assert.Equal(200, done.Status);
        Assert.Contains("You have finished.", done.Text, StringComparison.Ordinal);
        await (await lead.Open(check)).Press("Close the answers and talk");
        var closed = await Site.Visit().Open(bob);
        Assert.Equal(410, closed.Status);
        Assert.Contains("The answers are closed: the group is talking now.", closed.Text, StringComparison.Ordinal);
        Assert.Equal((410, "The answers are closed: the group is talking now. Say there what you wanted to say here."), await Save(bobs, open, FirstSteps.Items[0].Id, ("Form.Said", "Strong")));
        Assert.Equal(410, (await open.Press("Keep and go on", (Chosen(FirstSteps.Items[0], "Started"), "x"))).Status);
        Assert.Equal(12, (await AnswersIn(check)).Count);
        Assert.Equal(410, (await Site.Visit().Open("/check?key=" + new string('x', 43))).Status);
    }

    [Fact]
    public async Task A_new_link_kills_the_old_one_and_keeps_what_was_said()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        var old = await Ask(lead, check, "Joan");
        await (await Site.Visit().Open($"{old}&item={FirstSteps.Items[0].Id}")).Press("Keep and go on", ("I do not know", "x"));
        var again = await (await lead.Open(check)).Press("New link for Joan");
        var link = new Uri(again.Document.QuerySelectorAll("a").Select(one => one.TextContent).Single(text => text.Contains("/check?key=", StringComparison.Ordinal))).PathAndQuery;
        Assert.Equal(410, (await Site.Visit().Open(old)).Status);
        Assert.Contains("1 of 12 answered", (await Site.Visit().Open(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_want_to_be_in_it_is_taken_out_with_what_they_said_whenever_they_ask()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        var (joan, omar) = (await Ask(lead, check, "Joan"), await Ask(lead, check, "Omar"));
        await AnswerAll(joan, "Started", "Joan thinks so");
        await AnswerAll(omar, "In place");
        var page = await lead.Open(check);
        Assert.Equal(302, (await page.Press("Close the answers and talk")).Status);
        Assert.Equal(24, (await AnswersIn(check)).Count);
        page = await (await (await lead.Open(check)).Press("Take Joan out")).FollowRedirect();
        Assert.DoesNotContain("Joan", page.Text, StringComparison.Ordinal);
        Assert.Equal(12, (await AnswersIn(check)).Count);
        Assert.DoesNotContain(await AnswersIn(check), answer => answer.Why == "Joan thinks so");
        Assert.Equal(410, (await Site.Visit().Open(joan)).Status);
        Assert.DoesNotContain("Joan thinks so", (await lead.Open($"{Talk(check)}/{FirstSteps.Items[0].Id}")).Text, StringComparison.Ordinal);
        var other = await (await lead.Open(check)).Press("Take Omar out");
        Assert.Equal(302, other.Status);
        Assert.Equal(404, (await (await Worker()).Open(check)).Status); // without a yes of the group
    }

    [Fact]
    public async Task Whoever_has_an_address_is_written_to_and_can_have_it_and_their_answers_erased()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        var email = SomebodysMail();
        await Ask(lead, check, "Joan", email);
        var link = await LinkIn(email);
        await (await Site.Visit().Open($"{link}&item={FirstSteps.Items[0].Id}")).Press("Keep and go on", ("Does not apply to us", "x"));
        Assert.Equal("This is no email address. Put it right, or leave it empty and hand the link over.", (await (await lead.Open(check)).Press("Make a link", ("Name", "Bob"), ("Email", "bob"))).Problems.Single());
        Assert.Single(await AnswersIn(check));
        await Site.SignIn(email);
        var person = await Site.InDb(db => db.Set<Person>().SingleAsync(one => one.Email == email));
        await Site.With<ErasePerson, Result<ErasePerson.Done>?>(erase => erase.Handle(person.Id, "Asked", default));
        Assert.Empty(await AnswersIn(check));
        Assert.False(await Site.InDb(db => db.Set<Respondent>().AnyAsync(one => one.Email == email)));
    }

    private async Task<(int Status, string Said)> Save(Visitor visitor, PageSeen page, string item, params (string Name, string Value)[] fields)
    {
        var form = page.Document.QuerySelector("#answer")!;
        var token = page.Document.QuerySelector("#answer input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Contains("item=" + item, form.GetAttribute("action"), StringComparison.Ordinal);
        using var answer = await visitor.Client.PostAsync(
            new Uri(form.GetAttribute("action") + "&handler=Save", UriKind.Relative), new FormUrlEncodedContent([.. fields.Select(one => KeyValuePair.Create(one.Name, one.Value)), new("__RequestVerificationToken", token)]));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
