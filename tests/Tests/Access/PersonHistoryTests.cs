using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>What somebody did and what was done to them is told to administrators of the place, and to themselves.</summary>
public sealed class PersonHistoryTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Administrators_read_what_somebody_of_the_place_did_and_nobody_else_does()
    {
        var place = await site.OnePlace();
        var group = await site.OneGroup(place);
        var worker = await site.SignInAs(Role.SupportWorker, place.Id, place.Id, "worker@example.org");
        await (await worker.Open($"/groups/{group.Slug}/edit")).Press("Save", ("Languages spoken", "Polish"));
        var letters = await worker.Open("/me/letters");
        await letters.Press("Save", (letters.All("label").First(label => label.StartsWith("Yes", StringComparison.Ordinal)), "x"));
        var id = await site.InDb(db => db.Set<Person>().Where(one => one.Email == "worker@example.org").Select(one => one.Id).SingleAsync());
        var administrator = await site.SignInAs(Role.Administrator, place.Id, place.Id);
        Assert.Contains("/history", (await administrator.Open($"/people/{id}")).Link("History"), StringComparison.Ordinal);
        var page = await administrator.Open($"/people/{id}/history");
        Assert.Contains(page.All(".history > li"), line => line.Contains("(Support worker) changed the languages.", StringComparison.Ordinal) && line.Contains(group.Name, StringComparison.Ordinal));
        Assert.DoesNotContain("news by email", page.Text, StringComparison.Ordinal); // whether somebody wants news is theirs alone
        Assert.Equal(404, (await worker.Open($"/people/{id}/history")).Status);
        Assert.Equal(404, (await administrator.Open($"/people/{Guid.CreateVersion7()}/history")).Status);

        var own = await worker.Open("/me/history");
        Assert.Contains("You changed the languages.", own.Text, StringComparison.Ordinal);
        Assert.Contains("You said yes to news by email.", own.Text, StringComparison.Ordinal);
        Assert.Contains("The account was made.", own.Text, StringComparison.Ordinal);
        Assert.Equal("text/csv", (await worker.Open("/me/history?format=csv")).Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_somebody_did_in_another_place_is_not_told_here()
    {
        await using var own = new Site();
        var twins = await Twins.Make(own);
        await own.Appoint(Role.Administrator, twins.Other.Id, twins.Other.Id, "both@example.org");
        await own.Appoint(Role.Viewer, twins.Ours.Id, twins.Ours.Id, "both@example.org");
        var id = await own.InDb(db => db.Set<Person>().Where(one => one.Email == "both@example.org").Select(one => one.Id).SingleAsync());
        var here = await (await own.SignInAs(Role.Administrator, twins.Ours.Id, twins.Ours.Id)).Open($"/people/{id}/history");
        Assert.Equal(200, here.Status);
        Assert.DoesNotContain(Twins.OtherMark, here.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Place administrator,", here.Text, StringComparison.Ordinal);
        Assert.Contains("Viewer, " + Twins.OurMark, here.Text, StringComparison.Ordinal);
    }
}
