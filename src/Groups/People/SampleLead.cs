using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Entering;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Groups.People;

/// <summary>The demo's made-up lead, of a made-up group that says so in its name: nobody can play at leading a real one.</summary>
internal static class SampleLead
{
    private static readonly Guid Ticket = new("5a3b1e5a-3b1e-7a3b-8e5a-3b1e5a3b1e5a");

    public static readonly SamplePerson Person = new("bea", "Bea Larkin", "Leads a made-up group and keeps its entry true", Role.Lead) { Scope = MakeGroup };

    private static async Task<Guid> MakeGroup(IServiceProvider parts, Place place, CancellationToken stop)
    {
        var form = new EnterForm
        {
            Ticket = Ticket,
            Name = "Sample Singers (made up for the demo)",
            Purpose = "This group does not exist. It is here so that you can see what the lead of a group sees, and change an entry without touching a real one.",
            Contact = "Nobody: it is made up",
            Email = "sample-singers@trellis.example",
        };
        var entered = (await parts.GetRequiredService<EnterGroup>().Handle(place.Id, form, stop)).Value;
        if (entered.Slug is null)
        {
            form.Seen = [.. entered.Twins.Select(twin => twin.Group.Id)];
            entered = (await parts.GetRequiredService<EnterGroup>().Handle(place.Id, form, stop)).Value;
        }

        return await parts.GetRequiredService<Db>().Organisations(place.Id).Where(one => one.Slug == entered.Slug).Select(one => one.Id).SingleAsync(stop);
    }
}
