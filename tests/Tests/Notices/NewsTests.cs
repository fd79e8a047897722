using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Platform.Privacy;
using Trellis.Tests.Support;

namespace Trellis.Tests.Notices;

/// <summary>News goes to whoever asked for it, as often as they want, and stops at one press.</summary>
public sealed class NewsTests : IDisposable
{
    private const string Ann = "ann@example.org";
    private readonly MailSink sink = new();
    private readonly MailSite site;

    public NewsTests() => site = new(sink);

    public void Dispose()
    {
        site.Dispose();
        sink.Dispose();
    }

    [Fact]
    public async Task News_needs_a_yes_to_these_very_words()
    {
        var visitor = await site.SignIn(Ann);
        await site.Send();
        Assert.Empty(await NewsSent());

        await Choose(visitor, "Yes", "As they come");
        Assert.Single(await NewsSent());

        await site.InDb(db => db.Set<Consent>().ExecuteUpdateAsync(set => set.SetProperty(consent => consent.Words, "Other words")));
        Assert.Empty(await NewsSent());

        await Choose(visitor, "Yes", "As they come");
        Assert.Single(await NewsSent());
        await Choose(visitor, "No", "As they come");
        Assert.Empty(await NewsSent());
        Assert.Equal(2, await site.InDb(db => db.Set<Consent>().CountAsync(consent => consent.WithdrawnAt != null)));
    }

    [Fact]
    public async Task A_mail_program_stops_news_with_one_press_and_opening_the_link_does_nothing()
    {
        await Choose(await site.SignIn(Ann), "Yes", "As they come");
        var mail = Assert.Single(await NewsSent());
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var link = new Uri(Regex.Match(mail.Headers["List-Unsubscribe"]!, "^<(https://trafford\\.example\\.net/letters/stop\\?key=[A-Za-z0-9_-]+)>$").Groups[1].Value).PathAndQuery;
        Assert.Contains(link, mail.TextBody, StringComparison.Ordinal);

        var page = await Open(link);
        Assert.Equal((200, "Stop news?"), (page.Status, page.Heading));
        Assert.DoesNotContain(Ann, page.Html, StringComparison.Ordinal);
        Assert.Single(await NewsSent()); // opened, and still subscribed

        using var press = new HttpRequestMessage(HttpMethod.Post, "https://trafford.example.net" + link) { Content = new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded") };
        Assert.Equal("No more news", (await site.Visit().Send(press)).Heading);
        Assert.Empty(await NewsSent());
        Assert.Equal(404, (await Open(link[..^3] + "AAA")).Status);
        Assert.Equal(404, (await Open("/letters/stop")).Status);
    }

    [Fact]
    public async Task The_button_on_the_page_does_the_same_and_a_service_letter_still_comes()
    {
        await Choose(await site.SignIn(Ann), "Yes", "As they come");
        var link = new Uri(Assert.Single(await NewsSent()).Headers["List-Unsubscribe"]!.Trim('<', '>')).PathAndQuery;
        Assert.Equal("No more news", (await (await Open(link)).Press("Stop news")).Heading);
        Assert.Empty(await NewsSent());
        await site.Queue(new Message(Ann, "Your answer", "Yes"));
        await site.Send();
        Assert.Equal("Your answer", sink.Taken.Last().Subject);
        Assert.Null(sink.Taken.Last().Headers["List-Unsubscribe"]);
    }

    [Fact]
    public async Task Who_stopped_news_stays_stopped_when_erased_and_entered_again_and_only_a_hash_is_kept()
    {
        await Choose(await site.SignIn(Ann), "Yes", "As they come");
        await InScope(async (news, db) =>
        {
            await news.Suppress(Ann, default);
            await db.SaveChangesAsync();
        });
        var person = await site.InDb(db => db.Set<Person>().Where(one => one.Email == Ann).Select(one => one.Id).SingleAsync());
        Assert.NotNull(await site.With<ErasePerson, Trellis.Platform.Result<ErasePerson.Done>?>(erase => erase.Handle(person, null, default)));
        var hash = (await site.InDb(db => db.Set<Suppressed>().SingleAsync())).AddressHash;
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.NotEqual(Secret.Hash(Ann), hash); // keyed: the address cannot be found by trying

        var again = await site.Person(Ann);
        await site.InDb(async db =>
        {
            db.Add(new Consent { Id = Guid.CreateVersion7(), PersonId = again, Purpose = LetterKind.News, Words = Consent.Wording, GivenAt = site.Clock.Now }); // as an import of old lists might
            await db.SaveChangesAsync();
        });
        Assert.Empty(await NewsSent());

        await Choose(await site.SignIn(Ann), "Yes", "As they come"); // their own new yes counts
        Assert.Single(await NewsSent());
    }

    [Fact]
    public async Task Letters_that_can_wait_come_in_one_each_morning_and_codes_at_once()
    {
        await Choose(await site.SignIn(Ann), "No", "Once a day");
        var person = await site.InDb(db => db.Set<Person>().Where(one => one.Email == Ann).Select(one => one.Id).SingleAsync());
        await site.Send();
        sink.Taken.Clear();
        await site.Queue(new(Ann, "Elm Club changed", "Its hours", PersonId: person, MayWait: true), new(Ann, "Oak Club changed", "Its address", PersonId: person, MayWait: true), new(Ann, "123456 is your code", "Now", PersonId: person));
        await site.Send();
        Assert.Equal(["123456 is your code"], sink.Taken.Select(mail => mail.Subject));

        site.Clock.Now = new(2026, 9, 2, 6, 59, 0, TimeSpan.Zero);
        await site.Send();
        Assert.Single(sink.Taken);
        await site.SendAt(TimeSpan.FromMinutes(2));
        await site.Send();
        var digest = Assert.Single(sink.Taken, mail => mail.Subject == "2 messages from Trellis");
        Assert.Matches("(?s)1\\. Elm Club changed.*Its hours.*2\\. Oak Club changed.*Its address", digest.TextBody);
        Assert.Equal(2, sink.Taken.Count);
        Assert.Equal(2, await site.InDb(db => db.Set<Letter>().CountAsync(letter => letter.State == LetterState.Gathered && letter.Body == "")));
    }

    [Theory]
    [InlineData(Digest.Daily, "2026-09-01 06:59", "2026-09-01 07:00")]
    [InlineData(Digest.Daily, "2026-09-01 07:00", "2026-09-02 07:00")]
    [InlineData(Digest.Daily, "2026-12-31 23:59", "2027-01-01 07:00")]
    [InlineData(Digest.Weekly, "2026-09-01 09:00", "2026-09-07 07:00")]
    [InlineData(Digest.Weekly, "2026-09-07 06:59", "2026-09-07 07:00")]
    [InlineData(Digest.Weekly, "2026-09-07 07:00", "2026-09-14 07:00")]
    public void A_digest_comes_the_next_morning_or_monday(Digest digest, string queued, string due)
    {
        Assert.Equal(Utc(due), Digests.Next(digest, Utc(queued)));
        Assert.Null(Digests.Next(Digest.AsItComes, Utc(queued)));

        static DateTimeOffset Utc(string text) => new(DateTime.Parse(text), TimeSpan.Zero);
    }

    [Theory]
    [InlineData(true, "5.1.1", true)]
    [InlineData(true, "5.0.0", true)] // the server said 550 and no more
    [InlineData(true, "5.7.1", false)] // not by its policy
    [InlineData(true, "5.2.2", false)] // full
    [InlineData(false, "5.1.1", false)] // of a letter that is none of ours: anybody could write that
    public async Task A_mail_that_came_back_stops_letters_only_if_it_returns_one_of_ours_and_there_is_no_such_mailbox(bool ours, string status, bool counts)
    {
        await site.Queue(new Message(Ann, "Hello", "One"));
        await site.Send();
        var id = ours ? sink.Taken.Single().MessageId : $"{Guid.CreateVersion7():n}@trafford.example.net";
        var report = $"""
            From: mailer-daemon@example.org
            To: post@trafford.example.net
            Subject: Undelivered
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.org

            Final-Recipient: rfc822; {Ann}
            Action: failed
            Status: {status}
            Diagnostic-Code: smtp; 550 no such mailbox

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <{id}>
            Subject: Hello

            --b--

            """;
        var read = await site.With<TakeReturned, Trellis.Platform.Result<string>>(returned => returned.Read(new MemoryStream(Encoding.ASCII.GetBytes(report)), default));
        Assert.Equal(counts, read.Succeeded);
        Assert.Equal(counts ? 1 : 0, await site.InDb(db => db.Set<Unreachable>().CountAsync(address => address.Email == Ann && address.Reason.Contains("550 no such mailbox"))));
    }

    private static async Task Choose(Visitor visitor, string news, string often)
    {
        var page = await visitor.Open("/me/letters");
        Assert.Equal(302, (await page.Submit((page.All("label").First(label => label.StartsWith(news, StringComparison.Ordinal)), "on"), (page.All("label").First(label => label.StartsWith(often, StringComparison.Ordinal)), "on"))).Status);
    }

    /// <summary>What comes of one piece of news to Ann, whoever she is now.</summary>
    private async Task<IReadOnlyList<MimeKit.MimeMessage>> NewsSent()
    {
        sink.Taken.Clear();
        var person = await site.InDb(db => db.Set<Person>().Where(one => one.Email == Ann).Select(one => (Guid?)one.Id).FirstOrDefaultAsync());
        await site.Queue(new Message(Ann, "News of Trafford", "A fund opens.", LetterKind.News, person));
        await site.SendAt(TimeSpan.FromMinutes(1));
        return [.. sink.Taken.Where(mail => mail.Subject == "News of Trafford")];
    }

    private Task<PageSeen> Open(string link) => site.Visit().Open("https://trafford.example.net" + link);

    private async Task InScope(Func<News, Db, Task> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<News>(), scope.ServiceProvider.GetRequiredService<Db>());
    }
}
