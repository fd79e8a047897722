using AngleSharp;
using MimeKit;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Platform.Privacy;
using Trellis.Tests.Support;

namespace Trellis.Tests.Notices;

/// <summary>Without a mail server letters lie in a folder, whole, and are read on a page; what they say stays text.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly MailSite site = new();

    /// <summary>What somebody might type where it ends up in a letter.</summary>
    public static TheoryData<string> Payloads() =>
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "https://evil.example/\"onmouseover=\"alert(1)",
        "javascript:alert(1)//https://a.example/<svg/onload=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "</p></div><style>*{display:none}</style><!--",
        "https://a.example/?a=1&lt;b&quot;><iframe src=//b.example>",
        "'`=-->]]><svg><script>alert(1)</script>\u2028\u0000",
    ];

    public void Dispose() => site.Dispose();

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task What_people_typed_stays_text_in_the_mail_and_on_the_page(string payload)
    {
        await site.Queue(new Message("ann@example.org", payload, $"{payload}\n\n    {payload}"));
        await site.Send();
        var mail = await MimeMessage.LoadAsync(Assert.Single(Files()));
        await Harmless(mail.HtmlBody!);
        var page = await (await site.Administrator()).Open("/people/mail");
        await Harmless(page.Document.QuerySelector(".letters")!.OuterHtml);
        Assert.Contains(payload.Split('\u2028')[0], mail.TextBody, StringComparison.Ordinal); // and nothing of it is lost
    }

    [Theory]
    [InlineData("Hello\r\nBcc: everyone@example.org", "ann@example.org")]
    [InlineData("Hello\nX-Evil: 1\n\nAnother body", "ann@example.org")]
    [InlineData("Hello\u2028Bcc: everyone@example.org", "ann@example.org")]
    public async Task A_line_end_in_a_subject_starts_no_header(string subject, string to)
    {
        await site.Queue(new Message(to, subject, "One"));
        await site.Send();
        var mail = await MimeMessage.LoadAsync(Assert.Single(Files()));
        Assert.Empty(mail.Bcc);
        Assert.Null(mail.Headers["X-Evil"]);
        Assert.Equal([to], mail.To.Mailboxes.Select(one => one.Address));
        Assert.StartsWith("Hello ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("One", mail.TextBody!.Trim());
    }

    [Theory]
    [InlineData("ann@example.org\r\nBcc: everyone@example.org")]
    [InlineData("ann@example.org, everyone@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("nobody")]
    public async Task An_address_that_is_none_is_set_aside_and_holds_up_nothing(string to)
    {
        await site.Queue(new(to, "Hello", "One"), new("bob@example.org", "Hello", "Two"));
        await site.Send();
        Assert.Equal((LetterState.Parked, "This is not an address that mail can reach."), ((await site.Letter(to)).State, (await site.Letter(to)).Trouble));
        Assert.Equal("bob@example.org", (await MimeMessage.LoadAsync(Assert.Single(Files()))).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_loses_nothing_and_leaves_no_half_letter()
    {
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "mail"), "in the way");
        await site.Queue(new Message("ann@example.org", "Hello", "One"));
        await site.Send();
        Assert.StartsWith("The folder for letters cannot be written to", (await site.Job()).Trouble, StringComparison.Ordinal);
        File.Delete(Path.Combine(site.Folder, "mail"));
        await site.SendAt(TimeSpan.FromHours(1));
        Assert.Single(Files());
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Folder, "mail"), "*.part"));
    }

    [Fact]
    public async Task A_code_is_nowhere_in_the_database_before_it_is_sent_or_after()
    {
        var asked = await (await site.Visit().Open("/sign-in")).Submit(("Email address", "ann@example.org"));
        Assert.Equal(302, asked.Status);
        var code = await site.LatestCode("ann@example.org");
        Assert.DoesNotContain(code, await Queue(), StringComparison.Ordinal);
        await site.Send();
        Assert.Contains(code, (await MimeMessage.LoadAsync(Assert.Single(Files()))).Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(code, await Queue(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_demo_is_not_there_for_a_real_place()
    {
        await site.Administrator();
        Assert.Equal(404, (await site.Open("/demo/mail")).Status);
        Assert.Equal(404, (await site.Open("/people/mail")).Status);
    }

    [Fact]
    public async Task Letters_leave_the_folder_after_a_month_and_at_once_when_their_reader_is_erased()
    {
        await site.Queue(new Message("ann@example.org", "Hello", "One"));
        await site.Send();
        File.SetLastWriteTimeUtc(Assert.Single(Files()), site.Clock.Now.UtcDateTime);
        await site.SendAt(TimeSpan.FromDays(29));
        Assert.Single(Files());
        await site.SendAt(TimeSpan.FromDays(3));
        Assert.Empty(Files());

        var ann = await site.Person("ann@example.org");
        await site.Queue(new("ann@example.org", "Hello", "Canary", PersonId: ann), new("bob@example.org", "Hello", "Two"));
        await site.Send();
        Assert.Equal(2, Files().Length);
        Assert.NotNull(await site.With<ErasePerson, Trellis.Platform.Result<ErasePerson.Done>?>(erase => erase.Handle(ann, null, default)));
        Assert.DoesNotContain("Canary", await File.ReadAllTextAsync(Assert.Single(Files())), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Letter("ann@example.org"));
    }

    private string[] Files() => Directory.Exists(Path.Combine(site.Folder, "mail")) ? Directory.GetFiles(Path.Combine(site.Folder, "mail"), "*.eml") : [];

    /// <summary>Every column of the queue as text.</summary>
    private async Task<string> Queue()
    {
        await using var connection = await ((Database)site.Services.GetService(typeof(Database))!).Open(default);
        var rows = await connection.Query("SELECT * FROM platform_letter", row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => row.GetValue(column))), default);
        Assert.NotEmpty(rows);
        return string.Join('\n', rows);
    }

    private static async Task Harmless(string html)
    {
        var document = await BrowsingContext.New().OpenAsync(made => made.Content(html));
        Assert.Empty(document.QuerySelectorAll("script, img, iframe, svg, style"));
        Assert.DoesNotContain(document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(document.QuerySelectorAll("a"), link => Assert.Matches("^https?://", link.GetAttribute("href")!));
        Assert.Contains(document.QuerySelectorAll("p"), _ => true);
    }
}
