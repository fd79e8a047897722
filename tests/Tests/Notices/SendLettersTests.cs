using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Tests.Support;

namespace Trellis.Tests.Notices;

/// <summary>No letter is lost and none comes more than twice, whatever the mail server does.</summary>
public sealed class SendLettersTests : IDisposable
{
    private const string Ann = "ann@example.org";
    private static readonly TimeSpan Long = TimeSpan.FromHours(5);
    private readonly MailSink sink = new();
    private readonly MailSite site;

    public SendLettersTests() => site = new(sink);

    public void Dispose()
    {
        site.Dispose();
        sink.Dispose();
    }

    [Fact]
    public async Task Letters_go_in_order_as_text_and_html_and_are_then_forgotten()
    {
        await site.Queue([.. Enumerable.Range(1, 25).Select(number => new Message(Ann, $"Letter {number}", $"Café & <b>{number}</b>\n\n    123456\n\nSee https://trafford.example.net/groups?q=a&b=c."))]);
        await site.Send();

        Assert.Equal(Enumerable.Range(1, 25).Select(number => $"Letter {number}"), sink.Taken.Select(mail => mail.Subject));
        var first = sink.Taken.First();
        var letters = await site.InDb(db => db.Set<Letter>().AsNoTracking().OrderBy(letter => letter.Id).ToListAsync());
        Assert.Equal($"{letters[0].Id:n}@trafford.example.net", first.MessageId);
        Assert.Equal(("Trellis in Trafford", Ann), (first.From.Mailboxes.Single().Name, first.To.Mailboxes.Single().Address));
        Assert.Contains("Café & <b>1</b>", first.TextBody, StringComparison.Ordinal);
        Assert.Contains("Caf&#xE9; &amp; &lt;b&gt;1&lt;/b&gt;", first.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://trafford.example.net/groups?q=a&amp;b=c\" ", first.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", first.Headers["Auto-Submitted"]);
        Assert.All(letters, letter => Assert.Equal((LetterState.Sent, "", "", null), (letter.State, letter.Subject, letter.Body, letter.Trouble)));
        Assert.Single(sink.Heard, command => command.StartsWith("EHLO", StringComparison.Ordinal)); // one connection for all
    }

    [Theory]
    [InlineData(Mood.Down, 0)]
    [InlineData(Mood.Silent, 0)]
    [InlineData(Mood.NoSuchSender, 0)]
    [InlineData(Mood.NotNow, 0)]
    [InlineData(Mood.DropsWhileTaking, 0)]
    [InlineData(Mood.DropsAfterTaking, 1)]
    [InlineData(Mood.SlowAfterTaking, 1)]
    public async Task Nothing_is_lost_and_at_most_one_comes_twice(Mood mood, int duplicates)
    {
        sink.Be(mood);
        await site.Queue(new(Ann, "First", "One"), new("bob@example.org", "Second", "Two"));
        await site.Send();
        Assert.NotEqual(LetterState.Sent, (await site.Letter(Ann)).State);
        sink.Be(Mood.Well);
        await site.SendAt(Long);
        await site.SendAt(Long);

        Assert.Equal(LetterState.Sent, (await site.Letter(Ann)).State);
        Assert.Equal(LetterState.Sent, (await site.Letter("bob@example.org")).State);
        foreach (var same in sink.Taken.GroupBy(mail => mail.Subject))
        {
            Assert.InRange(same.Count(), 1, 1 + duplicates);
            Assert.Single(same.Select(mail => mail.MessageId).Distinct()); // a repeat can be told
        }

        Assert.Equal(2, sink.Taken.Select(mail => mail.Subject).Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_is_away_for_days_loses_nothing_and_is_named_on_the_page()
    {
        sink.Be(Mood.Down);
        await site.Queue(new Message(Ann, "Patience", "One"));
        for (var time = 0; time < 40; time++)
        {
            await site.SendAt(TimeSpan.FromHours(2));
        }

        var letter = await site.Letter(Ann);
        Assert.Equal((LetterState.Waiting, 0, 0), (letter.State, letter.Attempts, letter.Handed));
        Assert.StartsWith("The mail server 127.0.0.1 cannot be reached", (await site.Job()).Trouble, StringComparison.Ordinal);
        Assert.Contains("The mail server 127.0.0.1 cannot be reached", (await (await site.Administrator()).Open("/people/jobs")).Text, StringComparison.Ordinal);
        sink.Be(Mood.Well);
        await site.SendAt(Long);
        Assert.Contains(sink.Taken, mail => mail.Subject == "Patience");
    }

    [Theory]
    [InlineData(Mood.DropsAfterTaking)]
    [InlineData(Mood.SlowAfterTaking)]
    public async Task A_letter_twice_handed_over_without_an_answer_is_set_aside_until_somebody_says_again(Mood mood)
    {
        sink.Be(mood);
        await site.Queue(new Message(Ann, "Twice", "One"));
        for (var time = 0; time < 5; time++)
        {
            await site.SendAt(Long);
        }

        Assert.Equal(2, sink.Taken.Count);
        sink.Be(Mood.Well);
        var page = await (await site.Administrator()).Open("/people/mail");
        Assert.Contains("ann@example.org It was handed to the mail server twice", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Twice", page.Text, StringComparison.Ordinal); // what it says is not the staff's to read
        Assert.Equal(302, (await page.Press("Try again")).Status);
        await site.Send();
        Assert.Equal(3, sink.Taken.Count(mail => mail.Subject == "Twice"));
        Assert.Equal(LetterState.Sent, (await site.Letter(Ann)).State);
    }

    [Fact]
    public async Task Come_back_later_waits_longer_each_time_and_gives_up_after_a_day_and_a_half()
    {
        sink.Be(Mood.NotNow);
        await site.Queue(new Message(Ann, "Later", "One"));
        var (waits, letter) = (new List<double>(), await site.Letter(Ann));
        while (letter.State == LetterState.Waiting)
        {
            site.Clock.Now = letter.DueAt;
            await site.Send();
            letter = await site.Letter(Ann);
            waits.Add((letter.DueAt - site.Clock.Now).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240, 240, 240], waits);
        Assert.Equal((LetterState.Parked, "Tried 14 times. The mail server says: 451 4.7.1 come back later"), (letter.State, letter.Trouble));
        Assert.Empty(sink.Taken);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_gets_no_more_letters_until_somebody_says_it_works()
    {
        sink.Be(Mood.NoSuchMailbox);
        await site.Queue(new Message(Ann, "Lost", "One"));
        await site.Send();
        sink.Be(Mood.Well);
        await site.Queue(new Message(Ann, "Next", "Two"), new("bob@example.org", "Other", "Three"));
        await site.Send();
        Assert.Equal(["Other"], sink.Taken.Select(mail => mail.Subject));
        Assert.Equal((LetterState.Withheld, ""), ((await site.Letter(Ann)).State, (await site.Letter(Ann)).Body));

        var administrator = await site.Administrator();
        var page = await administrator.Open("/people/mail");
        Assert.Contains("ann@example.org The mail server says: 550 5.1.1 no such mailbox Since", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.Press("It works again: ann@example.org")).Status);
        Assert.Equal(302, (await (await administrator.Open("/people/mail")).Press("Try again")).Status);
        await site.Send();
        Assert.Contains(sink.Taken, mail => mail.Subject == "Lost");
        Assert.DoesNotContain("no such mailbox", (await administrator.Open("/people/mail")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_the_letters_to_somebody_proves_who_they_are_and_stays_in_the_history()
    {
        var ann = await site.Person(Ann);
        var administrator = await site.Administrator();
        var page = await administrator.Open("/people/mail");
        Assert.Equal(302, (await page.Press("Send nothing more there", ("Which address did it go to?", Ann))).Status);
        Assert.Equal(302, (await (await administrator.Open("/people/mail")).Press("It works again: ann@example.org")).Status);
        var entries = await site.InDb(db => db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.RecordId == ann && entry.RecordKind == nameof(Unreachable)).OrderBy(entry => entry.Sequence).ToListAsync());
        Assert.Equal(["/people/mail Added", "/people/mail Removed"], entries.Select(entry => entry.Act));
        Assert.All(entries, entry => Assert.NotNull(entry.ActorId));

        site.Clock.Pass(StepUpAttribute.Life);
        Assert.Equal(307, (await page.Press("Send nothing more there", ("Which address did it go to?", Ann))).Status);
        Assert.Equal(0, await site.InDb(db => db.Set<Unreachable>().CountAsync()));
    }

    [Theory]
    [InlineData("550 5.1.1 no such mailbox", true)]
    [InlineData("550 5.1.10 no mail is taken there", true)]
    [InlineData("550 no such user here", true)]
    [InlineData("553 no such user here", true)]
    [InlineData("554 5.7.1 Relay access denied", false)]
    [InlineData("554 no", false)]
    [InlineData("550 5.7.1 not by our policy", false)]
    [InlineData("552 5.2.2 that mailbox is full", false)]
    [InlineData("550 5.1.8 we do not like the sender", false)]
    public async Task Only_an_answer_about_the_mailbox_says_that_it_does_not_exist(string answer, bool isNone)
    {
        foreach (var says in new[] { false, true })
        {
            sink.SaysEnhanced = says;
            sink.OfMailbox = answer;
            sink.Be(Mood.RefusesMailbox);
            var to = $"to-{says}@example.org".ToLowerInvariant();
            await site.Queue(new Message(to, "Lost", "One"));
            await site.Send();
            Assert.Equal((LetterState.Parked, $"The mail server says: {answer}"), ((await site.Letter(to)).State, (await site.Letter(to)).Trouble));
            sink.Be(Mood.Well);
            await site.Queue(new Message(to, "Next", "Two"));
            await site.Send();
            Assert.Equal(isNone ? LetterState.Withheld : LetterState.Sent, (await site.Letter(to)).State);
        }
    }

    [Fact]
    public async Task What_one_signs_in_with_or_is_warned_by_goes_out_also_where_a_letter_came_back()
    {
        var visitor = await site.SignIn(Ann);
        await site.With<TakeReturned, Trellis.Platform.Result<string>>(returned => returned.Say(Ann, default));
        await site.Queue(new Message(Ann, "Other", "One"));
        await (await visitor.Open("/me/email")).Submit(("New email address", "ann-new@example.org"));
        await site.SignIn(Ann);
        await site.Send();
        Assert.Contains(sink.Taken, mail => mail.Subject!.Contains("is your code", StringComparison.Ordinal));
        Assert.Contains(sink.Taken, mail => mail.Subject == "A new sign-in to your account");
        Assert.Contains(sink.Taken, mail => mail.Subject == "Somebody wants to change your address");
        Assert.DoesNotContain(sink.Taken, mail => mail.Subject == "Other");
    }

    [Fact]
    public async Task A_text_that_is_refused_is_set_aside_and_the_address_stays_good()
    {
        sink.Be(Mood.NoSuchText);
        await site.Queue(new Message(Ann, "Odd", "One"));
        await site.Send();
        Assert.Equal((LetterState.Parked, "The mail server says: 554 5.6.0 we do not like what it says"), ((await site.Letter(Ann)).State, (await site.Letter(Ann)).Trouble));
        sink.Be(Mood.Well);
        await site.Queue(new Message(Ann, "Plain", "Two"));
        await site.Send();
        Assert.Equal(["Plain"], sink.Taken.Select(mail => mail.Subject));
    }

    [Fact]
    public async Task Killed_between_handing_over_and_writing_it_down_one_comes_twice_and_no_third()
    {
        await site.Queue(new Message(Ann, "Cut", "One"));
        await site.Send();
        var mail = Assert.Single(sink.Taken);
        for (var kill = 1; kill <= 3; kill++)
        {
            await PutBack(kill); // the row as it stands between the two: claimed, handed over, not yet marked
            await site.SendAt(Long);
        }

        Assert.Equal([mail.MessageId, mail.MessageId], sink.Taken.Select(one => one.MessageId));
        Assert.Equal(LetterState.Parked, (await site.Letter(Ann)).State);
    }

    [Theory]
    [InlineData("starttls", null, "No encrypted line to the mail server 127.0.0.1")]
    [InlineData("auto", "trellis", "The mail server offers no encrypted line")]
    public async Task Over_an_open_line_goes_neither_letter_nor_password_unless_somebody_said_so(string security, string? user, string trouble)
    {
        await using var careful = new MailSite(sink, security, user);
        await careful.Queue(new Message(Ann, "Private", "One"));
        await careful.Send();
        Assert.StartsWith(trouble, (await careful.Job()).Trouble, StringComparison.Ordinal);
        Assert.DoesNotContain(sink.Heard, command => command.StartsWith("AUTH", StringComparison.Ordinal) || command.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Equal((LetterState.Waiting, 0), ((await careful.Letter(Ann)).State, (await careful.Letter(Ann)).Handed));
    }

    private Task PutBack(int handed) => site.InDb(async db =>
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(site.Services);
        var protector = ((Microsoft.AspNetCore.DataProtection.IDataProtectionProvider)site.Services.GetService(typeof(Microsoft.AspNetCore.DataProtection.IDataProtectionProvider))!).CreateProtector("letters");
        var letter = await db.Set<Letter>().SingleAsync(one => one.Email == Ann);
        (letter.State, letter.Subject, letter.Body, letter.SentAt, letter.Handed) = (LetterState.Waiting, Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions.Protect(protector, "Cut"), Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions.Protect(protector, "One"), null, handed);
        await db.SaveChangesAsync();
    });
}
