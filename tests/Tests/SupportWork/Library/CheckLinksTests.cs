using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Support.Library;
using Trellis.Support.Topics;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Library;

/// <summary>Links are looked at at night where the operator has switched it on, and nowhere else.</summary>
public sealed class CheckLinksTests
{
    [Fact]
    public async Task Without_the_switch_nobody_is_called_and_the_page_says_so()
    {
        using var other = new LookAtLinkTests.Listener();
        await using var site = new LinkSite(false);
        await Put(site, other.Port);
        Assert.Equal("No link was looked at: Library:CheckLinks is not switched on.", await Run(site));
        Assert.Equal(0, other.Calls);
        Assert.Contains("Nobody looks whether the links still work", (await (await Worker(site)).Open("/work/library")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_link_is_found_once_a_night_and_shown()
    {
        using var other = new LookAtLinkTests.Listener { Answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" };
        await using var site = new LinkSite(true);
        var id = await Put(site, other.Port);
        Assert.Equal("1 links were looked at: 1 broken, 0 without a clear answer.", await Run(site));
        Assert.Equal("0 links were looked at: 0 broken, 0 without a clear answer.", await Run(site));
        Assert.Equal(1, other.Calls);
        Assert.Contains("nothing was there any more", (await site.Open("/library/" + id)).Text, StringComparison.Ordinal);
        var work = await (await Worker(site)).Open("/work/library");
        Assert.Contains("Broken link: The page is gone.", work.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody looks", work.Text, StringComparison.Ordinal);
        other.Answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        site.Clock.Pass(TimeSpan.FromDays(1));
        await Run(site);
        Assert.DoesNotContain("nothing was there any more", (await site.Open("/library/" + id)).Text, StringComparison.Ordinal);
    }

    private static Task<string> Run(Site site) => site.With<CheckLinks, string>(job => job.Handle(default));

    private static async Task<Visitor> Worker(Site site)
    {
        var place = await site.OnePlace();
        return await site.SignInAs(Trellis.Platform.Access.Role.SupportWorker, place.Id, place.Id);
    }

    private static async Task<Guid> Put(Site site, int port)
    {
        var place = await site.OnePlace();
        var topic = (await site.With<TopicTree, IReadOnlyList<Topic>>(tree => tree.All(place.Id, default)))[0].Id;
        var id = Guid.CreateVersion7();
        await site.InDb(async db =>
        {
            var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
            db.Add(new Resource { Id = id, PlaceId = place.Id, Kind = ResourceKind.Link, Title = "Songs", Summary = "To sing", Url = $"http://songs.example:{port}/", TopicId = topic, Stage = Stage.Any, CheckedOn = today, ReviewOn = today.AddDays(400), Edition = 1 });
            db.Add(new Resource { Id = Guid.CreateVersion7(), PlaceId = place.Id, Kind = ResourceKind.Link, Title = "Retired", Summary = "No more", Url = $"http://songs.example:{port}/old", TopicId = topic, Stage = Stage.Any, CheckedOn = today, ReviewOn = today, Edition = 1, RetiredAt = site.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        return id;
    }

    private sealed class LinkSite(bool isOn) : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(CheckLinks.Switch, isOn ? "true" : "");
            builder.ConfigureTestServices(services => services.AddSingleton(new LookAtLink(_ => true, _ => true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]))));
        }
    }
}
