using Microsoft.EntityFrameworkCore;
using Trellis.Support.Contacts;

namespace Trellis.Tests.Access.Matrix;

/// <summary>How the ways to the contacts of groups are tried.</summary>
internal static class ContactRows
{
    private static readonly Dictionary<Whose, Guid> Contact = Enum.GetValues<Whose>().ToDictionary(whose => whose, _ => Guid.CreateVersion7());

    public static readonly Row[] All =
    [
        Rows.OfGroup("GET /groups/{slug}/contacts", "/contacts", 200),
        Rows.OfGroup("POST /groups/{slug}/contacts", "/contacts", 422),
        Of("GET", "", 200),
        Of("POST", "", 422),
        Of("POST", "?handler=Leave", 302),
        Of("POST", "?handler=Return", 302),
        Of("POST", "?handler=Remove", 302),
    ];

    private static Row Of(string verb, string handler, int good) =>
        new($"{verb} /groups/{{slug}}/contacts/{{contact:guid}}{handler}") { Good = [good], IsOfGroup = true, Before = Put, At = (_, _, whose) => $"/groups/{World.Slug(whose)}/contacts/{Contact[whose]}{handler}" };

    /// <summary>Each time anew, for one of the ways removes it.</summary>
    private static Task Put(World world) => world.Twins.Site.InDb(async db =>
    {
        var there = await db.Set<Contact>().Select(one => one.Id).ToListAsync();
        foreach (var whose in Contact.Where(pair => !there.Contains(pair.Value)).Select(pair => pair.Key))
        {
            db.Add(new Contact { Id = Contact[whose], PlaceId = world.Place(whose), OrganisationId = world.Group(whose), Name = "Moira Fell", WrittenAt = DateTimeOffset.UnixEpoch });
        }

        await db.SaveChangesAsync();
    });
}
