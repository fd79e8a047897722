using Trellis.Platform.Data;
using Trellis.Tests.Durability;
using Trellis.Tests.Support;

namespace Trellis.Tests.Notices;

/// <summary>kill -9 while the mail server has the letter and the answer is on its way: after the next start it comes once more, and then no more.</summary>
public sealed class KilledWhileSending
{
    [Fact]
    public async Task The_letter_comes_once_or_twice_and_both_are_the_same()
    {
        using var test = TestDatabase.Create();
        using var database = new Database(test.Connection);
        using var sink = new MailSink();
        var port = Child.FreePort();
        sink.Be(Mood.SlowAfterTaking);
        using (var child = Start(test, sink, port))
        {
            await child.Ready(port);
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };
            Assert.Equal(302, (await (await new Visitor(client).Open("/sign-in")).Submit(("Email address", "ann@example.org"))).Status);
            await Soon.Until(() => Task.FromResult(sink.Taken.FirstOrDefault()));
            await child.Kill();
        }

        await using (var connection = await database.Open(default))
        {
            Assert.Equal("Waiting 1", await connection.Value<string>("SELECT state || ' ' || handed FROM platform_letter", default)); // what the kill left
            await connection.Execute("UPDATE platform_letter SET due_at = queued_at", default); // not to wait a minute
        }

        sink.Be(Mood.Well);
        using var next = Start(test, sink, port);
        await next.Ready(port);
        await Soon.Until(async () =>
        {
            await using var connection = await database.Open(default);
            return await connection.Value<string>("SELECT state FROM platform_letter WHERE state = 'Sent'", default);
        });
        Assert.Equal(2, sink.Taken.Count);
        Assert.Single(sink.Taken.Select(mail => mail.MessageId).Distinct());
        await next.Kill();
    }

    private static Child Start(TestDatabase test, MailSink sink, int port) => Child.Trellis(
        test, ["serve", "--place", "none", "--port", $"{port}"],
        ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{sink.Port}"), ("Mail__Security", "none"), ("Mail__From", "post@trafford.example.net"), ("Jobs__Lease", "1"));
}
