using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

/// <summary>Behind a proxy each visitor is themselves, whether the proxy says much or nothing; and nobody is taken for somebody at the machine.</summary>
public sealed class ProxyTests(Site site) : IClassFixture<Site>
{
    private const int MostAsks = 40;

    [Theory]
    [InlineData("127.0.0.1", null, null, 200)]
    [InlineData("127.0.0.1", "http://localhost:5080", null, 200)]
    [InlineData("127.0.0.1", "http://127.0.0.1:5080", null, 200)]
    [InlineData("127.0.0.1", "https://trafford.example", null, 404)] // a proxy that says nothing and asks for 127.0.0.1
    [InlineData("127.0.0.1", "http://192.168.1.5:8080", null, 404)]
    [InlineData("127.0.0.1", null, "203.0.113.9", 404)]
    [InlineData("127.0.0.1", null, "127.0.0.1", 404)] // as a visitor may claim
    [InlineData("203.0.113.9", null, null, 404)]
    public async Task The_pages_of_the_demo_are_for_somebody_at_the_machine(string from, string? address, string? forwardedFor, int status)
    {
        await using var demo = new Site();
        var folder = Scratch.Folder("letters");
        await demo.InDb(async db =>
        {
            db.Add(new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Trafford", Slug = "trafford", IsDemo = true });
            await db.SaveChangesAsync();
        });
        await using var asked = Behind(demo, from, address, folder);
        foreach (var page in new[] { "/demo/people", "/demo/mail" })
        {
            Assert.Equal(status, (await Visit(asked, forwardedFor).Open(page)).Status);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task One_visitor_who_asks_too_often_keeps_nobody_else_from_asking()
    {
        await using var asked = Behind(site, "127.0.0.1");
        await UseUp(asked, "198.51.100.7");
        Assert.Equal(422, await Ask(asked, "198.51.100.7"));
        Assert.Equal(302, await Ask(asked, "198.51.100.8"));
    }

    [Fact]
    public async Task One_line_that_has_many_addresses_counts_as_one()
    {
        await using var asked = Behind(site, "127.0.0.1");
        await UseUp(asked, "2001:db8:7:7::1");
        Assert.Equal(422, await Ask(asked, "2001:db8:7:7:ffff::2"));
        Assert.Equal(302, await Ask(asked, "2001:db8:7:8::1"));
    }

    [Fact]
    public async Task Whoever_is_no_proxy_of_this_machine_cannot_say_that_they_come_from_elsewhere()
    {
        await using var asked = Behind(site, "203.0.113.44");
        await UseUp(asked, "198.51.100.17");
        Assert.Equal(422, await Ask(asked, "198.51.100.18"));
    }

    [Theory]
    [InlineData("https://trafford.example", "trafford.example", true)]
    [InlineData("https://trafford.example", "127.0.0.1", false)]
    [InlineData("http://trafford.example", "trafford.example", false)]
    public async Task Cookies_stay_protected_where_the_proxy_does_not_say_that_it_was_asked_over_an_encrypted_line(string address, string host, bool isProtected)
    {
        await using var asked = Behind(site, "127.0.0.1", address);
        using var client = asked.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Host = host;
        var page = await new Visitor(client).Open("/sign-in");
        var token = page.Response.Headers.GetValues("Set-Cookie").Single();
        client.DefaultRequestHeaders.Add("Cookie", token.Split(';')[0]);
        var sent = await page.Submit(("Email address", "cookie@example.org"));
        var code = sent.Response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("trellis-code", StringComparison.Ordinal));
        Assert.Equal(isProtected, code.StartsWith("__Host-trellis-code=", StringComparison.Ordinal));
        Assert.All([token, code], cookie => Assert.Equal(isProtected, cookie.Contains("; secure", StringComparison.Ordinal)));
    }

    private static WebApplicationFactory<Program> Behind(Site site, string from, string? address = null, string? letters = null) => site.WithWebHostBuilder(builder =>
    {
        builder.UseSetting("Address", address ?? "");
        if (letters is not null)
        {
            builder.UseSetting("Mail:Folder", letters);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new ComesFrom(from)));
    });

    private static Visitor Visit(WebApplicationFactory<Program> asked, string? forwardedFor)
    {
        var client = asked.CreateClient(new() { AllowAutoRedirect = false });
        if (forwardedFor is not null)
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        }

        return new(client);
    }

    private static async Task UseUp(WebApplicationFactory<Program> asked, string forwardedFor)
    {
        for (var time = 0; time < MostAsks; time++)
        {
            Assert.Equal(302, await Ask(asked, forwardedFor));
        }
    }

    private static async Task<int> Ask(WebApplicationFactory<Program> asked, string forwardedFor) =>
        (await (await Visit(asked, forwardedFor).Open("/sign-in")).Submit(("Email address", $"ask-{Guid.CreateVersion7():n}@example.org"))).Status;
}
