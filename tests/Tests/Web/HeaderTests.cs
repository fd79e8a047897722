using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Trellis.Platform.Web;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

public sealed class HeaderTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Addresses() => ["/", "/about", "/no-such-page", "/api/no-such-thing", "/health/live", "/site.css", "/favicon.svg"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Everything_is_sent_with_the_strict_headers(string address)
    {
        var answer = await site.CreateClient().GetAsync(new Uri(address, UriKind.Relative));
        var policy = One(answer, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'none'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("strict-origin-when-cross-origin", One(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", One(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Only_an_encrypted_answer_asks_to_stay_encrypted()
    {
        using var secure = site.CreateClient(new() { BaseAddress = new("https://localhost") });
        Assert.StartsWith("max-age=", One(await secure.GetAsync(new Uri("/about", UriKind.Relative)), "Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.False((await site.CreateClient().GetAsync(new Uri("/about", UriKind.Relative))).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public void A_nonce_is_made_once_a_request_and_never_twice_the_same()
    {
        var (first, second) = (new DefaultHttpContext(), new DefaultHttpContext());
        Assert.Null(Nonce.Used(first));
        Assert.Equal(Nonce.For(first), Nonce.For(first));
        Assert.NotEqual(Nonce.For(first), Nonce.For(second));
        Assert.Equal(24, Nonce.For(first).Length);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_travel_compressed(string coding)
    {
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(coding);
        Assert.Equal([coding], (await client.GetAsync(new Uri("/about", UriKind.Relative))).Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_forged_host_is_refused_once_the_address_is_fixed()
    {
        await using var fixedSite = site.WithWebHostBuilder(host => host.UseSetting("Address", "https://trafford.example"));
        async Task<HttpStatusCode> Ask(string host) =>
            (await fixedSite.CreateClient().SendAsync(new(HttpMethod.Get, "/about") { Headers = { Host = host } })).StatusCode;

        Assert.Equal(HttpStatusCode.OK, await Ask("trafford.example"));
        Assert.Equal(HttpStatusCode.OK, await Ask("localhost"));
        Assert.Equal(HttpStatusCode.BadRequest, await Ask("evil.example"));
    }

    [Fact]
    public void Absolute_links_use_the_fixed_address()
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString("127.0.0.1:5080"));
        Assert.Equal("https://trafford.example/groups/x", new PublicAddress(new("https://trafford.example/")).Link(request, "/groups/x"));
        Assert.Equal("http://127.0.0.1:5080/groups/x", new PublicAddress(null).Link(request, "/groups/x"));
    }

    [Fact]
    public void The_server_has_limits()
    {
        var server = new Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions();
        Limits.Set(server);
        Assert.Equal(Limits.Body, server.Limits.MaxRequestBodySize);
        Assert.True(server.Limits.RequestHeadersTimeout <= TimeSpan.FromSeconds(30));
        Assert.False(server.AddServerHeader);
    }

    private static string One(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));
}
