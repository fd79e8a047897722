using System.Globalization;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Trellis.Platform.Notices;

/// <summary>How letters leave: <c>Mail:Host</c> and its companions name a mail server; without one they go into a folder.</summary>
public sealed record MailSettings
{
    public string? Host { get; init; }

    public int Port { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public required string From { get; init; }

    public required SecureSocketOptions Security { get; init; }

    /// <summary>How long to wait for the mail server before the letter is tried again.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>Where letters lie when there is no mail server.</summary>
    public string? Folder { get; init; }

    /// <summary>False where there is neither a server nor a folder: letters wait.</summary>
    public bool IsOn => Host is not null || Folder is not null;

    /// <exception cref="MailServerAwayException">The address to send from will not do.</exception>
    internal MailboxAddress Sender => MailboxAddress.TryParse(From, out var sender) && sender.Address.Contains('@', StringComparison.Ordinal)
        ? sender : throw new MailServerAwayException($"Mail:From must be an email address; it is “{From}”.");

    public static MailSettings Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        var host = mail["Host"] is { Length: > 0 } named ? named : null;
        return new()
        {
            Host = host,
            Port = mail["Port"] is { Length: > 0 } port ? int.Parse(port, CultureInfo.InvariantCulture) : 587,
            User = mail["User"] is { Length: > 0 } user ? user : null,
            Password = mail["Password"],
            From = mail["From"] ?? (host is null ? "Trellis <trellis@localhost>" : ""),
            Security = SecurityOf(mail["Security"]),
            Patience = TimeSpan.FromSeconds(mail["Patience"] is { Length: > 0 } seconds ? double.Parse(seconds, CultureInfo.InvariantCulture) : 30),
            Folder = mail["Folder"] ?? (configuration["Trellis:Data"] is { Length: > 0 } data ? Path.Combine(data, "mail") : null),
        };
    }

    /// <summary>Unless told otherwise, no word goes over an open line.</summary>
    private static SecureSocketOptions SecurityOf(string? word) => word switch
    {
        null or "" or "starttls" => SecureSocketOptions.StartTls,
        "tls" => SecureSocketOptions.SslOnConnect,
        "auto" => SecureSocketOptions.Auto,
        "none" => SecureSocketOptions.None,
        _ => throw new InvalidOperationException($"Mail:Security is “{word}”; it can be starttls, tls, auto or none."),
    };
}
