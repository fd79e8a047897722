using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace Trellis.Tests.Notices;

/// <summary>How the mail server behaves.</summary>
public enum Mood
{
    Well,

    /// <summary>Nobody listens.</summary>
    Down,

    /// <summary>Takes the call and says nothing.</summary>
    Silent,

    /// <summary>Takes the letter and says so too late.</summary>
    SlowAfterTaking,

    /// <summary>Takes the letter and hangs up without saying so.</summary>
    DropsAfterTaking,

    /// <summary>Hangs up in the middle of the letter, and takes nothing.</summary>
    DropsWhileTaking,

    NotNow,
    NoSuchMailbox,

    /// <summary>Answers to every address with <see cref="MailSink.OfMailbox"/>.</summary>
    RefusesMailbox,
    NoSuchText,
    NoSuchSender,
}

/// <summary>A mail server that does as it is told, over a bare socket: no library's idea of a server stands between the test and the line.</summary>
internal sealed class MailSink : IDisposable
{
    public const string User = "trellis", Password = "canary-password";

    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2? certificate;
    private TcpListener? listener;

    /// <param name="certificate">With it the line can be encrypted, and only who then says the password may send.</param>
    public MailSink(X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        Listen(new TcpListener(IPAddress.Loopback, 0));
        Port = ((IPEndPoint)listener!.LocalEndpoint).Port;
    }

    public int Port { get; }

    public Mood Mood { get; private set; }

    /// <summary>What it says of an address it refuses.</summary>
    public string OfMailbox { get; set; } = "";

    /// <summary>Whether it says beforehand that its answers have an enhanced code.</summary>
    public bool SaysEnhanced { get; set; }

    /// <summary>The letters it took, in order.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    /// <summary>Every command it was given.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>Those over an encrypted line.</summary>
    public ConcurrentQueue<string> HeardInSecret { get; } = new();

    public void Be(Mood mood)
    {
        if (mood == Mood.Down)
        {
            listener!.Stop();
        }
        else if (Mood == Mood.Down)
        {
            Listen(new TcpListener(IPAddress.Loopback, Port));
        }

        Mood = mood;
    }

    public void Dispose()
    {
        stop.Cancel();
        listener!.Stop();
        stop.Dispose();
    }

    private void Listen(TcpListener made)
    {
        made.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        made.Start();
        listener = made;
        _ = Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    _ = Serve(await made.AcceptTcpClientAsync(stop.Token));
                }
            }
            catch (Exception over) when (over is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Told to be down, or the test is over.
            }
        });
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using var line = client.GetStream();
                if (await Talk(line, isSecret: false))
                {
                    await using var secret = new SslStream(line);
                    await secret.AuthenticateAsServerAsync(certificate!);
                    await Talk(secret, isSecret: true);
                }
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or ObjectDisposedException or AuthenticationException)
        {
            // The other side hung up.
        }
    }

    /// <summary>True where the other side wants an encrypted line next.</summary>
    private async Task<bool> Talk(Stream line, bool isSecret)
    {
        using var reader = new StreamReader(line, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(line, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        if (Mood == Mood.Silent)
        {
            await Task.Delay(TimeSpan.FromSeconds(20), stop.Token);
        }

        if (!isSecret)
        {
            await writer.WriteLineAsync("220 sink ready");
        }

        while (await reader.ReadLineAsync(stop.Token) is { } command)
        {
            (isSecret ? HeardInSecret : Heard).Enqueue(command);
            if (certificate is not null && command == "STARTTLS")
            {
                await writer.WriteLineAsync("220 go on in secret");
                return true;
            }

            if (command.Equals("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                if (!await Take(reader, writer))
                {
                    return false;
                }
            }
            else
            {
                await writer.WriteLineAsync(certificate is null ? Answer(command) : Guarded(command, isSecret));
            }
        }

        return false;
    }

    private string Guarded(string command, bool isSecret) => command.Split(' ')[0] switch
    {
        "EHLO" => "250-sink\r\n250 " + (isSecret ? "AUTH PLAIN" : "STARTTLS"),
        "AUTH" when !isSecret => "538 not over an open line",
        "AUTH" => command == "AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{User}\0{Password}")) ? "235 welcome" : "535 5.7.8 that is not the password",
        "MAIL" when !HeardInSecret.Any(one => one.StartsWith("AUTH", StringComparison.Ordinal)) => "530 5.7.0 who are you?",
        _ => Answer(command),
    };

    private string Answer(string command) => (command.Split(':', ' ')[0].ToUpperInvariant(), Mood) switch
    {
        ("MAIL", Mood.NoSuchSender) => "550 5.7.1 we do not know you",
        ("RCPT", Mood.NotNow) => "451 4.7.1 come back later\u0007",
        ("EHLO", _) when SaysEnhanced => "250-sink\r\n250 ENHANCEDSTATUSCODES",
        ("RCPT", Mood.RefusesMailbox) => OfMailbox,
        ("RCPT", Mood.NoSuchMailbox) => "550 5.1.1 no such mailbox",
        _ => "250 fine",
    };

    /// <summary>False where it hangs up.</summary>
    private async Task<bool> Take(StreamReader reader, StreamWriter writer)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            if (Mood == Mood.DropsWhileTaking)
            {
                return false;
            }

            letter.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (Mood == Mood.NoSuchText)
        {
            await writer.WriteLineAsync("554 5.6.0 we do not like what it says");
            return true;
        }

        Taken.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(letter.ToString())), stop.Token));
        if (Mood == Mood.SlowAfterTaking)
        {
            await Task.Delay(TimeSpan.FromSeconds(5), stop.Token);
        }

        if (Mood == Mood.DropsAfterTaking)
        {
            return false;
        }

        await writer.WriteLineAsync("250 taken");
        return true;
    }
}
