using System.Globalization;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Trellis.Platform.Notices;

/// <summary>How the line to the mail server is closed to others. Words of our own: the library's would bring the library into every start.</summary>
public enum MailSecurity
{
    /// <summary>Opened plain, then encrypted, or given up.</summary>
    StartTls,

    /// <summary>Encrypted from the beginning.</summary>
    Tls,

    /// <summary>As the port and the server have it.</summary>
    Auto,

    None,
}

/// <summary>How letters leave: <c>Mail:Host</c> and its companions name a mail server; without one they go into a folder.</summary>
public sealed record MailSettings
{
    public string? Host { get; init; }

    public int Port { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public required string From { get; init; }

    public required MailSecurity Security { get; init; }

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
    private static MailSecurity SecurityOf(string? word) => word switch
    {
        null or "" or "starttls" => MailSecurity.StartTls,
        "tls" => MailSecurity.Tls,
        "auto" => MailSecurity.Auto,
        "none" => MailSecurity.None,
        _ => throw new InvalidOperationException($"Mail:Security is “{word}”; it can be starttls, tls, auto or none."),
    };
}
