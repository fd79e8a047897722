using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Entering;

/// <summary>The demo's made-up lead leads a group that is made up with them, and says so.</summary>
public sealed class SampleLeadTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_visitor_of_the_demo_can_be_the_lead_of_a_made_up_group_and_of_no_real_one()
    {
        var place = await site.InDb(async db =>
        {
            var made = db.Add(new Place { Id = Guid.CreateVersion7(), Code = "X9", Name = "Thornfield", Slug = "thornfield", IsDemo = true }).Entity;
            await db.SaveChangesAsync();
            return made;
        });
        await site.Import(place, "group-list", "name,postcode\nSample Singers,M33 1AA\n");
        var person = await site.With<BecomeSample, Person?>(become => become.Handle(place, "bea", default));
        Assert.Equal(person!.Id, (await site.With<BecomeSample, Person?>(become => become.Handle(place, "bea", default)))!.Id);
        var role = Assert.Single(await site.All<Appointment>(), one => one.PersonId == person.Id);
        var group = Assert.Single(await site.All<Organisation>(), one => one.Id == role.ScopeId);
        Assert.Equal((Role.Lead, place.Id, "Sample Singers (made up for the demo)"), (role.Role, role.PlaceId, group.Name));
        var page = await site.Open("/groups/" + group.Slug);
        Assert.Contains("This group does not exist.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Sample Singers", await site.InDb(db => db.Organisations(place.Id).Where(one => !one.Name.EndsWith("(made up for the demo)")).Select(one => one.Name).SingleAsync()));
    }
}
