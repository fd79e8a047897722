using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Places;

namespace Trellis.Tests.Support;

public sealed class SupportTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_home_page_can_be_read() => Assert.Equal(200, (await site.Open("/")).Status);

    [Fact]
    public async Task Each_site_has_a_database_of_its_own()
    {
        await using var other = new Site();
        await other.InDb(async db =>
        {
            db.Add(new Place { Id = Guid.CreateVersion7(), Code = "X1", Name = "Elsewhere", Slug = "elsewhere", IsDemo = false });
            await db.SaveChangesAsync();
        });
        Assert.Equal(1, await other.InDb(db => db.Places().CountAsync(place => place.Code == "X1")));
        Assert.Equal(0, await site.InDb(db => db.Places().CountAsync(place => place.Code == "X1")));
    }

    [Fact]
    public async Task A_form_is_filled_in_by_its_labels_and_sent_as_a_browser_would()
    {
        var page = await PageSeen.Read(site.Visit(), Html("""
            <form action="/a"><label for="q">Search</label><input id="q" name="q"></form>
            <form action="/b"><label>Ward <select name="ward"><option value="">Any</option><option value="E05">Sale Central</option></select></label>
            <label for="c">Only open</label><input type="checkbox" id="c" name="open" value="yes"><input type="hidden" name="h" value="1"><button name="go" value="now">Show</button></form>
            """));
        var form = FormPage.Find(page.Document, "Show", ["Only open"]);
        FormPage.Fill(form, "Only open", "yes");
        FormPage.Fill(form, "Ward", "Sale Central");
        Assert.Equal("http://localhost/b?ward=E05&open=yes&h=1&go=now", FormPage.Request(form, "Show").RequestUri!.ToString());
        Assert.Throws<InvalidOperationException>(() => FormPage.Find(page.Document, null, ["Postcode"]));
    }

    private static HttpResponseMessage Html(string body) => new()
    {
        Content = new StringContent(body, System.Text.Encoding.UTF8, "text/html"),
        RequestMessage = new(HttpMethod.Get, "http://localhost/"),
    };
}
