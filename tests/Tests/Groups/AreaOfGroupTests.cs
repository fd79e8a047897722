using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

/// <summary>A ward of which little is known says no more than that, and counts the groups that a worker put there.</summary>
public sealed class AreaOfGroupTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string mark = Guid.CreateVersion7().ToString("n")[^10..];

    [Fact]
    public async Task Figures_of_wards_alone_are_not_shown_as_the_places()
    {
        await Areas();
        var source = (await site.All<Source>()).First(one => one.PlaceId == Place.Id).Id;
        await site.InDb(db =>
        {
            db.Add(new AreaFigure { Id = Guid.CreateVersion7(), PlaceId = Place.Id, AreaCode = "W" + mark, Measure = Figures.Population, Period = "2024", Value = 10_832, SourceId = source });
            return db.SaveChangesAsync();
        });
        var page = await Soon.Until(async () => await site.Open("/wards/ward-" + mark) is { Status: 200 } seen ? seen : null);
        Assert.Contains("10,832", page.All(".stat .number"));
        Assert.DoesNotContain("of 10,832 in", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_entered_with_a_ward_and_no_postcode_is_counted_and_listed_in_its_locality()
    {
        await Areas();
        var worker = await Worker();
        var form = await Soon.Until(async () => await worker.Open("/work/enter-group") is var page && page.Html.Contains("Ward " + mark, StringComparison.Ordinal) ? page : null);
        Assert.Equal(302, (await form.Press("Enter the group", ("Name of the group", "Numbat " + mark), ("Ward", "Ward " + mark))).Status);
        var group = await site.Named("Numbat " + mark);
        Assert.Equal(("W" + mark, "Locality " + mark), (group.WardCode, group.Locality));
        var listed = await Soon.Until(async () => await site.Open("/groups?locality=Locality+" + mark) is var page && page.Text.Contains("1 result", StringComparison.Ordinal) ? page : null);
        Assert.Equal([group.Name], listed.All("ul.results h3"));
        Assert.Contains("Groups with their address here: 1", (await site.Open("/localities/locality-" + mark)).Text, StringComparison.Ordinal);

        Assert.Equal(302, (await (await worker.Open($"/groups/{group.Slug}/edit")).Press("Save", ("What they do", "Dig for termites"))).Status);
        Assert.Equal("Locality " + mark, (await site.Named(group.Name)).Locality);
    }

    [Fact]
    public async Task An_address_without_a_postcode_says_how_to_reach_them()
    {
        await site.Import(Place, "group-list", $"name,address,postcode\nHall {mark},12 Termite Lane,\nShed {mark},,M33 1AA\nBarn {mark},7 Anthill Row,M33 1AA\nNone {mark},,\n", mark);
        Assert.Contains("Address 12 Termite Lane", await Page("Hall"), StringComparison.Ordinal);
        Assert.Contains("Address M33 1AA", await Page("Shed"), StringComparison.Ordinal);
        Assert.Contains("Address 7 Anthill Row, M33 1AA", await Page("Barn"), StringComparison.Ordinal);
        Assert.Contains("No source says how to reach them.", await Page("None"), StringComparison.Ordinal);

        async Task<string> Page(string name) => (await site.Open("/groups/" + (await site.Named($"{name} {mark}")).Slug)).Text;
    }

    private async Task Areas()
    {
        await site.InDb(db =>
        {
            db.Add(new Area { Id = Guid.CreateVersion7(), PlaceId = Place.Id, Kind = AreaKind.Locality, Code = "L" + mark, Name = "Locality " + mark, Slug = "locality-" + mark });
            db.Add(new Area { Id = Guid.CreateVersion7(), PlaceId = Place.Id, Kind = AreaKind.Ward, Code = "W" + mark, Name = "Ward " + mark, Slug = "ward-" + mark, ParentCode = "L" + mark });
            return db.SaveChangesAsync();
        });
        await using var connection = await site.Services.GetRequiredService<Database>().Open(default);
        await Stamps.Raise(connection, "places", default);
    }
}
