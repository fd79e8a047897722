using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Notices;
using Trellis.Tests.Support;

namespace Trellis.Tests.Notices;

/// <summary>Whoever sees to the mail reads no codes and no links of others.</summary>
public sealed class OthersLetters : IDisposable
{
    private readonly MailSite site = new(sink: null);

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Codes_and_links_in_letters_to_others_are_hidden()
    {
        await site.Queue(new Message("ann@example.org", "482913 is your code", "Your code is\n\n    482913\n\nor 482913, or go to https://trellis.example.org/invitation?key=Sekret-1 at once.\n\n    ABCD EFGH\n\n    https://trellis.example.org/confirm?key=Sekret-2\n\nThank you."));
        await site.Send();
        var page = await (await site.Administrator()).Open("/people/mail");
        var letters = page.Document.QuerySelector(".letters")!.OuterHtml;
        Assert.Contains("Thank you.", letters, StringComparison.Ordinal);
        Assert.All(new[] { "482913", "Sekret", "ABCD" }, secret => Assert.DoesNotContain(secret, letters, StringComparison.Ordinal));
    }

    [Fact]
    public void One_s_own_letters_are_whole_and_others_keep_their_words()
    {
        var letter = new ReadFolder.Seen("n", "ann@example.org", "12345678", site.Services.GetRequiredService<TimeProvider>().GetUtcNow(), "In 2026\r\n\r\n    one\r\n\r\nsee https://a.example/groups/x?key=y.");
        Assert.Equal(("•••", "In 2026\r\n\r\n    •••\r\n\r\nsee https://a.example/groups/x?•••"), (HideSecrets.In(letter).Subject, HideSecrets.In(letter).Text));
    }
}
