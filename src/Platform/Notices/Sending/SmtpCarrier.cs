using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Trellis.Platform.Jobs;

namespace Trellis.Platform.Notices;

/// <summary>Hands letters to a mail server, over one connection as long as it lasts.</summary>
internal sealed class SmtpCarrier(MailSettings settings, TimeProvider clock) : ICarrier
{
    private const int FirstPermanent = 500;

    private SmtpClient? client;

    public async Task<Delivery> Carry(MimeMessage mail, CancellationToken stop)
    {
        var content = new Handing();
        using var patience = Patience(stop);
        try
        {
            client ??= await Connect(patience.Token);
            await client.SendAsync(mail, patience.Token, content);
            return Delivery.Accepted;
        }
        catch (SmtpCommandException refused)
        {
            Drop();
            return Refused(refused);
        }
        catch (Exception lost) when (IsLost(lost) && !stop.IsCancellationRequested)
        {
            Drop();
            return content.Began ? new(Fate.Unsure, "The mail server did not say whether it took the letter.") : throw new MailServerAwayException(Away(lost));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client is { IsConnected: true })
        {
            using var patience = Patience(default);
            try
            {
                await client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception lost) when (IsLost(lost) || lost is SmtpCommandException)
            {
                // Every letter has had its answer; how the goodbye goes does not matter.
            }
        }

        Drop();
    }

    private async Task<SmtpClient> Connect(CancellationToken stop)
    {
        var made = new SmtpClient();
        try
        {
            await made.ConnectAsync(settings.Host!, settings.Port, Line(settings.Security), stop);
            if (settings.User is not null)
            {
                if (!made.IsSecure && settings.Security != MailSecurity.None)
                {
                    throw new MailServerAwayException("The mail server offers no encrypted line, and the password must not go over an open one.");
                }

                await made.AuthenticateAsync(settings.User, settings.Password ?? "", stop);
            }

            return made;
        }
        catch (SmtpCommandException refused)
        {
            made.Dispose();
            throw new MailServerAwayException($"The mail server {settings.Host} turns us away: {OneLine.Of(refused.Message)}");
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions Line(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.Auto => SecureSocketOptions.Auto,
        _ => SecureSocketOptions.None,
    };

    private Delivery Refused(SmtpCommandException refused)
    {
        var why = $"The mail server says: {(int)refused.StatusCode} {OneLine.Of(refused.Message)}";
        return refused.ErrorCode switch
        {
            SmtpErrorCode.SenderNotAccepted => throw new MailServerAwayException($"The mail server does not take letters from {settings.From}. {why}"), // no other letter would fare better
            _ when (int)refused.StatusCode < FirstPermanent => new(Fate.NotNow, why),
            SmtpErrorCode.RecipientNotAccepted when NoMailbox.Says((int)refused.StatusCode, refused.Message) => new(Fate.NoSuchAddress, why),
            _ => new(Fate.Refused, why),
        };
    }

    private static bool IsLost(Exception lost) =>
        lost is IOException or SocketException or SmtpProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or OperationCanceledException
            or AuthenticationException or SslHandshakeException or SaslException or NotSupportedException;

    private string Away(Exception lost) => lost switch
    {
        OperationCanceledException => $"The mail server {settings.Host} did not answer in time.",
        AuthenticationException or SaslException => $"The mail server {settings.Host} does not take the user name and password of Mail:User and Mail:Password.",
        SslHandshakeException or NotSupportedException => $"No encrypted line to the mail server {settings.Host}: {OneLine.Of(lost.Message)}",
        _ => $"The mail server {settings.Host} cannot be reached: {OneLine.Of(lost.Message)}",
    };

    private CancellationTokenSource Patience(CancellationToken stop)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(stop, new CancellationTokenSource(settings.Patience, clock).Token);
        return patience;
    }

    private void Drop()
    {
        client?.Dispose();
        client = null;
    }

    /// <summary>Notices that the text of the letter has begun to go over: from then on only the server knows whether it has it.</summary>
    private sealed class Handing : ITransferProgress
    {
        public bool Began { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Began = true;

        public void Report(long bytesTransferred) => Began = true;
    }
}
