using Trellis.Groups.Tags;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Find;

/// <summary>Each answer to a question beside the results can be chosen, however many there are.</summary>
public sealed class FacetTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "Facet" + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task The_answers_beyond_the_first_can_be_chosen_and_a_chosen_one_is_never_hidden()
    {
        var page = await Tagged(520);
        var question = page.Document.QuerySelectorAll("nav.facets > details").Single(one => one.QuerySelector("summary")!.TextContent == "Tag");
        var more = question.QuerySelector("details")!;
        var options = more.QuerySelectorAll("li > a");
        Assert.Equal((25, 475, "475 more", false), (question.QuerySelectorAll(":scope > ul > li").Length, options.Length, more.QuerySelector("summary")!.TextContent, more.HasAttribute("open")));
        Assert.Matches("[0-9]+ more have the fewest results each", more.QuerySelector("p")!.TextContent);
        var narrowed = await site.Open(options[^1].GetAttribute("href")!);
        Assert.StartsWith("1 result", narrowed.All("p.lead")[0], StringComparison.Ordinal);
        Assert.Single(narrowed.All("nav.facets > details > ul [aria-current]"));
        Assert.Empty(narrowed.All("nav.facets details details [aria-current]"));
    }

    private async Task<PageSeen> Tagged(int many)
    {
        await site.InDb(async db =>
        {
            foreach (var number in Enumerable.Range(1, many))
            {
                var tag = db.Add(new PlaceTag { Id = Guid.CreateVersion7(), PlaceId = Place.Id, Name = $"{word} {number:D3}", IsPublic = true }).Entity;
                db.Add(new Tagging { Id = Guid.CreateVersion7(), PlaceId = Place.Id, TagId = tag.Id, OrganisationId = Group.Id });
            }

            await db.SaveChangesAsync();
        });
        await site.With<SaveTags, bool>(async save => { await save.Handle(default); return true; });
        return await Soon.Until(async () => await site.Open("/groups") is var page && page.Document.QuerySelectorAll("nav.facets li").Length > 25 && page.Html.Contains(word, StringComparison.Ordinal) ? page : null);
    }
}
