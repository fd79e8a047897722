using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Contacts;

namespace Trellis.Support.Samples;

/// <summary>Makes up whom to turn to in the demo's made-up groups; their addresses and numbers lead nowhere.</summary>
internal sealed class SampleContacts(Db db, SampleGround ground, TimeProvider clock)
{
    private static readonly string[] Names = ["Gwen Ashworth", "Imran Malik", "Olive Pritchard", "Kofi Mensah", "Niamh Doyle", "Arthur Pell", "Zofia Nowak", "Desmond Clarke", "Meera Patel", "Frank Heald", "Lucia Romano", "Joan Tattersall", "Samir Haddad"];

    private static readonly (string Role, string? Reach)[] Roles = [("Chair", null), ("Treasurer", "Evenings only"), ("Secretary", null), ("Volunteers’ coordinator", "Best by text message")];

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SampleContacts>();
        services.AddSingleton(new SampleWork(30, (parts, place, stop) => parts.GetRequiredService<SampleContacts>().Handle(place, stop)));
    }

    public async Task Handle(Place place, CancellationToken stop)
    {
        if (await ground.Of(place, stop) is not { } on || await db.Contacts(place.Id).AnyAsync(contact => contact.OrganisationId == on.Groups[0].Id, stop))
        {
            return;
        }

        foreach (var (group, number) in on.Groups.Select((group, number) => (group, number)))
        {
            for (var at = 0; at < 1 + (number % 3); at++)
            {
                Contact(group, number, at);
            }
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>The last of three has handed over.</summary>
    private void Contact(OrganisationSummary group, int number, int at)
    {
        var (name, role, written) = (Names[((number * 5) + (at * 3)) % Names.Length], Roles[(number + at) % Roles.Length], clock.GetUtcNow().AddDays(-200 + number));
        db.Add(new Contact
        {
            Id = Guid.CreateVersion7(written.AddMilliseconds(at)),
            PlaceId = group.PlaceId,
            OrganisationId = group.Id,
            Name = name + " (made up)",
            Role = role.Role,
            Email = $"{name.Split(' ')[0].ToLowerInvariant()}@{group.Slug}.example",
            Telephone = $"01632 960{number % 90:000}", // a range that Ofcom keeps for drama
            Reach = role.Reach,
            WrittenAt = written,
            LeftAt = at == 2 ? clock.GetUtcNow().AddDays(-20) : null,
        });
    }
}
