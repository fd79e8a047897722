using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Trellis.Tests.Durability;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Over a real encrypted line the cookie's own name forbids other hosts and open lines to set it.</summary>
public sealed class OverHttps
{
    [Fact]
    public async Task Cookies_are_for_this_host_and_encrypted_lines_only()
    {
        using var test = TestDatabase.Create();
        var (port, file) = (Child.FreePort(), Scratch.File("site.pfx"));
        using var certificate = Certificate();
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "tests"));
        using var child = Child.Trellis(test, [$"--urls=https://127.0.0.1:{port}", "--Kestrel:Certificates:Default:Path=" + file, "--Kestrel:Certificates:Default:Password=tests"], ("ConnectionStrings__Db", test.Connection));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == certificate.Thumbprint };
        using var client = new HttpClient(handler) { BaseAddress = new($"https://127.0.0.1:{port}") };
        await Up(child, client);

        var asked = await (await new Visitor(client).Open("/sign-in")).Submit(("Email address", "ann@example.org"));
        Assert.Equal(302, asked.Status);
        var cookies = asked.Response.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        foreach (var cookie in cookies)
        {
            Assert.StartsWith("__Host-trellis", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.Ordinal);
            Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.StartsWith("max-age=", asked.Response.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.All(handler.CookieContainer.GetAllCookies(), cookie => Assert.True(cookie.Secure, cookie.Name));
        await child.Kill();
    }

    private static async Task Up(Child child, HttpClient client)
    {
        await Soon.Until(async () =>
        {
            Assert.False(child.HasEnded, child.HasEnded ? (await child.End()).Said : "");
            try
            {
                return (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).ReasonPhrase;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        });
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
