using System.Net;
using Microsoft.AspNetCore.Hosting;
using Trellis.Platform.Access;
using Trellis.Platform.Web;
using Trellis.Tests.Guards;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Two places in one installation: whatever belongs to the one is not there under the name of the other.</summary>
public sealed class TwinPlaceTests : IAsyncLifetime
{
    private readonly Site site = new();
    private Twins twins = null!;

    public async ValueTask InitializeAsync() => twins = await Twins.Make(site);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_host_name_says_which_place_it_is()
    {
        Assert.Contains($"{Twins.OurMark} sings", (await site.Open("/groups/sale-choir")).Text, StringComparison.Ordinal);
        Assert.Contains($"{Twins.OtherMark} sings", (await Other().Open("/groups/sale-choir")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_page_of_one_place_says_a_word_of_the_other(bool isOther)
    {
        var (visitor, own, foreign) = isOther ? (Other(), Twins.OtherMark, Twins.OurMark) : (site.Visit(), Twins.OurMark, Twins.OtherMark);
        var place = isOther ? twins.Other : twins.Ours;
        await site.Appoint(Role.Viewer, twins.Ours.Id, twins.Ours.Id, Twins.OurMark + "@example.org");
        await site.Appoint(Role.Viewer, twins.Other.Id, twins.Other.Id, Twins.OtherMark + "@example.org");
        visitor.Client.DefaultRequestHeaders.Add("Cookie", "trellis=" + await twins.Session(Role.Administrator, place.Id, place.Id, "admin@example.org"));
        var seen = 0;
        var crawl = new Crawl(async url =>
        {
            var page = await visitor.Open(url);
            var all = System.Text.Encoding.UTF8.GetString(page.Body);
            Assert.DoesNotContain(foreign, all, StringComparison.OrdinalIgnoreCase);
            seen += all.Contains(own, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            return page;
        }, ofEachKind: 3, most: 150);
        await crawl.From("/", "/people", "/people/invitations", "/groups?q=choir", "/groups.csv", "/wards", "/money");
        Assert.InRange(seen, 20, int.MaxValue);
    }

    [Theory]
    [InlineData("evil.example", null, 400)]
    [InlineData("localhost.evil.example", null, 400)]
    [InlineData("127.0.0.1.evil.example", null, 400)]
    [InlineData("192.168.1.5", null, 400)]
    [InlineData("trafford.example", "https://trafford.example", 200)]
    [InlineData("evil.example", "https://trafford.example", 400)]
    [InlineData("localhost", null, 200)]
    [InlineData("127.0.0.1:5080", null, 200)]
    [InlineData("[::1]", null, 200)]
    [InlineData(Twins.OtherHost, "https://trafford.example", 200)]
    public async Task Only_names_the_operator_gave_are_answered(string host, string? address, int status)
    {
        await using var asked = site.WithWebHostBuilder(builder => builder.UseSetting("Address", address ?? ""));
        var answer = await asked.CreateClient().SendAsync(new(HttpMethod.Get, "/about") { Headers = { Host = host } });
        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 400)
        {
            Assert.StartsWith("This site is not known under that name.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("X-Forwarded-Host")]
    [InlineData("Forwarded")]
    [InlineData("X-Host")]
    [InlineData("X-Original-Host")]
    [InlineData("Host")]
    public async Task A_forged_host_gets_into_no_link(string header)
    {
        var visitor = site.Visit();
        visitor.Client.DefaultRequestHeaders.Add("Cookie", "trellis=" + await twins.Session(Role.Administrator, twins.Ours.Id, twins.Ours.Id, "admin@example.org"));
        var page = await visitor.Open("/people/invitations");
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, header == "Forwarded" ? "host=evil.example" : "evil.example");
        var sent = await page.Press("Send the invitation", ("Their email address", "bob@example.org"), ("ViewerReads what the staff read and changes nothing", "x"));
        if (header == "Host")
        {
            Assert.Equal(HttpStatusCode.BadRequest, sent.Response.StatusCode);
            return;
        }

        Assert.Contains("http://localhost/invitation?key=", await site.LatestLetter("bob@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_places_own_name_is_in_its_links()
    {
        var request = new Microsoft.AspNetCore.Http.DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new("sale.example.org"));
        Assert.Equal("https://sale.example.org/x", new PublicAddress(new("https://trafford.example/")).Link(request, "/x"));
    }

    private Visitor Other()
    {
        var visitor = site.Visit();
        visitor.Client.DefaultRequestHeaders.Host = Twins.OtherHost;
        return visitor;
    }
}
