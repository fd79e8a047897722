using Trellis.Platform.Access;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>The console's link makes the first administrator, once; the demo lends its made-up people to whoever is at the machine.</summary>
public sealed class FirstAdministratorTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task The_link_makes_one_administrator_and_no_second()
    {
        var path = await site.With<MakeFirstAdministrator, string?>(make => make.Link(default));
        var page = await site.Open(path!);
        var late = await site.Open(path!);
        var refused = await page.Submit(("Your name", " "), ("Email address", "first@example.org"));
        Assert.Equal(422, refused.Status);
        Assert.Equal(302, (await page.Submit(("Your name", "First"), ("Email address", "first@example.org"))).Status);
        Assert.Equal(404, (await site.Open(path!)).Status);
        Assert.Equal(404, (await late.Submit(("Your name", "Second"), ("Email address", "second@example.org"))).Status);
        Assert.Null(await site.With<MakeFirstAdministrator, string?>(make => make.Link(default)));
        var roles = (await (await site.SignIn("first@example.org")).Open("/me")).Text;
        Assert.Contains("Operator of this installation", roles, StringComparison.Ordinal);
        Assert.Contains("Place administrator", roles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_link_leads_nowhere() => Assert.Equal(404, (await site.Open("/first-administrator?key=guess")).Status);

    [Fact]
    public async Task The_demo_people_are_not_there_for_strangers() => Assert.Equal(404, (await site.Open("/demo/people")).Status);
}
