using System.Text.Encodings.Web;
using MimeKit;
using Trellis.Platform.Access;
using Trellis.Platform.Jobs;

namespace Trellis.Platform.Notices;

/// <summary>Makes of a letter the mail that goes out: the same letter always the same mail, so that a repeat can be told.</summary>
internal sealed class MakeMail(MailSettings settings, StopLinks stops)
{
    private const string Font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    private static readonly LetterText.Look InMail = new(
        "<p style=\"margin:0 0 16px\">",
        "<p style=\"margin:0 0 16px;padding:16px;background:#e6f0e5;border-radius:8px;font:700 24px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:2px\">",
        " style=\"color:#17603d;word-break:break-all\"");

    /// <summary>Null where no mail could ever reach the address.</summary>
    public MimeMessage? Handle(Letter letter, string subject, string text)
    {
        if (EmailAddress.Tidy(letter.Email) is not { } email || !MailboxAddress.TryParse(email, out var to))
        {
            return null;
        }

        var stop = letter.Kind == LetterKind.News ? stops.For(email) : null;
        var whole = stop is null ? text : $"{text.TrimEnd()}\n\nYou get this because you asked for news. To stop it: {stop}";
        var sender = settings.Sender;
        var mail = new MimeMessage
        {
            Subject = OneLine.Of(subject),
            Date = letter.QueuedAt,
            MessageId = $"{letter.Id:n}@{sender.Domain}",
            Body = new BodyBuilder { TextBody = whole.ReplaceLineEndings("\r\n"), HtmlBody = Page(subject, whole) }.ToMessageBody(),
        };
        mail.From.Add(sender);
        mail.To.Add(to);
        mail.Headers.Add("Auto-Submitted", "auto-generated"); // so that no holiday reply comes back
        if (stop is not null)
        {
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            mail.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return mail;
    }

    private static string Page(string subject, string text) =>
        $"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{HtmlEncoder.Default.Encode(OneLine.Of(subject))}</title></head>
        <body style="margin:0;padding:24px 12px;background:#fbf9f3;color:#1c2a23;{Font};font-size:17px;line-height:1.55">
        <div style="max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;border:1px solid #dedaca;border-top:4px solid #17603d;border-radius:10px;overflow-wrap:anywhere">
        {LetterText.Html(text, InMail)}</div>
        <p style="max-width:560px;margin:16px auto 0;color:#4f5f57;font-size:14px">Trellis</p>
        </body>
        </html>
        """;
}
