using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Exchange.Paper;
using Trellis.Platform.Web;

namespace Trellis.Support.Events.Attending;

/// <summary>That somebody came: to print, and at the same address for whoever wants to check a print. Nobody can guess the address.</summary>
[AllowAnonymous]
internal sealed class CertificatePageModel(ReadCertificate read, PublicAddress address) : PageModel
{
    public ReadCertificate.Certificate Certificate { get; private set; } = null!;

    public string Address => address.Link(Request, "/certificates/" + Certificate.Booking.Certificate);

    public async Task<IActionResult> OnGet(string number, CancellationToken stop) => (Certificate = (await read.Handle(number, stop))!) is null ? NotFound() : Page();
}

/// <summary>The same on paper.</summary>
[AllowAnonymous]
internal sealed class CertificateFileModel(ReadCertificate read, PublicAddress address, TimeProvider clock, Platform.Texts.Texts t) : PageModel
{
    public async Task<IActionResult> OnGet(string number, CancellationToken stop)
    {
        if (await read.Handle(number, stop) is not { } one)
        {
            return NotFound();
        }

        var paper = new Paper(t["Certificate of attendance: {0}", one.Booking.Name], t["Whoever wants to check this certificate finds it at {0}", address.Link(Request, "/certificates/" + one.Booking.Certificate)], clock.GetUtcNow());
        paper.Space(110);
        paper.Middle(t["Certificate of attendance"], 15);
        paper.Space(24);
        paper.Middle(one.Booking.Name, 30, isHeading: true);
        paper.Middle(t["came to"], 12);
        paper.Space(10);
        paper.Middle(one.Event.Title, 19);
        foreach (var session in one.Sessions)
        {
            paper.Middle(EventWords.When(session), 11);
        }

        paper.Space(30);
        foreach (var (name, value) in CertificateFacts.Of(one, t))
        {
            paper.Middle($"{name}: {value}", 11);
        }

        return new PaperFile("certificate-" + one.Booking.Certificate, paper);
    }
}

/// <summary>What a certificate says beside the name and the event.</summary>
internal static class CertificateFacts
{
    public static IEnumerable<(string Name, string Value)> Of(ReadCertificate.Certificate one, Platform.Texts.Texts t)
    {
        var (hours, minutes) = (one.Minutes / 60, one.Minutes % 60);
        yield return (t["Length"], minutes == 0 ? t["{0} hours", hours] : t["{0} hours {1} minutes", hours, minutes]);
        yield return (t["Topic"], one.Topic);
        if (one.Event.Trainer is { } trainer)
        {
            yield return (t["Led by"], trainer);
        }

        yield return (t["In"], one.Place.Name);
    }
}
