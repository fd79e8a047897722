using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Trellis.Platform.Data;
using Trellis.Tests.Durability;
using Trellis.Tests.Support;

namespace Trellis.Tests.Notices;

/// <summary>To a mail server that encrypts and wants a password, the password and the letters go in secret; to one that only says it is the right server, nothing goes.</summary>
public sealed class EncryptedLine
{
    [Fact]
    public async Task The_password_and_the_letter_go_over_the_encrypted_line()
    {
        using var certificate = Certificate();
        using var sink = new MailSink(certificate);
        var state = await Send(sink, certificate, MailSink.Password, "Sent");
        Assert.Equal("Sent", state);
        Assert.Single(sink.Taken);
        Assert.Contains(sink.HeardInSecret, command => command.StartsWith("AUTH PLAIN ", StringComparison.Ordinal));
        Assert.DoesNotContain(sink.Heard, command => command.StartsWith("AUTH", StringComparison.Ordinal) || command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_nobody_vouches_for_gets_neither()
    {
        using var certificate = Certificate();
        using var another = Certificate();
        using var sink = new MailSink(certificate);
        Assert.Equal("Waiting", await Send(sink, another, MailSink.Password, "Waiting"));
        Assert.Empty(sink.HeardInSecret);
        Assert.DoesNotContain(sink.Heard, command => command.StartsWith("AUTH", StringComparison.Ordinal) || command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_wrong_password_the_letter_waits()
    {
        using var certificate = Certificate();
        using var sink = new MailSink(certificate);
        Assert.Equal("Waiting", await Send(sink, certificate, "guess", "Waiting"));
        Assert.Empty(sink.Taken);
    }

    /// <summary>Asks for a code, and waits until its letter is as it should be after the first try.</summary>
    private static async Task<string> Send(MailSink sink, X509Certificate2 trusted, string password, string awaited)
    {
        using var test = TestDatabase.Create();
        using var database = new Database(test.Connection);
        var (port, pem) = (Child.FreePort(), Scratch.File("trusted.pem"));
        await File.WriteAllTextAsync(pem, trusted.ExportCertificatePem());
        using var child = await Child.Trellis(
            test, ["serve", "--place", "none", "--port", $"{port}"],
            ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{sink.Port}"), ("Mail__Security", "starttls"), ("Mail__User", MailSink.User), ("Mail__Password", password),
            ("Mail__From", "post@trafford.example.net"), ("Jobs__Lease", "1"), ("SSL_CERT_FILE", pem), ("SSL_CERT_DIR", Path.GetDirectoryName(pem)!)).Ready(port);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };
        Assert.Equal(302, (await (await new Visitor(client).Open("/sign-in")).Submit(("Email address", "ann@example.org"))).Status);
        var state = await Soon.Until(async () =>
        {
            await using var connection = await database.Open(default);
            var isTried = awaited == "Sent" || await connection.Value<long>("SELECT count(*) FROM platform_job WHERE name = 'letters' AND trouble IS NOT NULL", default) > 0;
            return isTried ? await connection.Value<string>($"SELECT state FROM platform_letter WHERE state = '{awaited}'", default) : null;
        });
        Assert.DoesNotContain(MailSink.Password, await child.Kill(), StringComparison.Ordinal);
        return state;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest("CN=sink", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        asked.CertificateExtensions.Add(names.Build());
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = asked.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx, "x"), "x");
    }
}
