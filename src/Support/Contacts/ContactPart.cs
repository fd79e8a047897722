using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Texts;
using Trellis.Support.Relationship;

namespace Trellis.Support.Contacts;

/// <summary>Whom to turn to in the group, on the screen of its relationship.</summary>
internal sealed class ContactPart(Db db, Acting acting, RuleBook rules, Texts t) : ISupportParts
{
    public int Order => 5;

    /// <param name="Now">Those who are it, by name.</param>
    /// <param name="Left">Those who were, the latest first.</param>
    /// <param name="Leads">Who keeps the group's entry, by an account of their own.</param>
    public sealed record View(OrganisationSummary Group, IReadOnlyList<Contact> Now, IReadOnlyList<Contact> Left, IReadOnlyList<Person> Leads, bool MayKeep);

    public async Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop)
    {
        var all = await db.Contacts(group.PlaceId).AsNoTracking().Where(one => one.OrganisationId == group.Id).ToListAsync(stop);
        var leads = await db.LeadsOf(group.Id).AsNoTracking().OrderBy(one => one.Name).ToListAsync(stop);
        return new("contacts", t["Contacts"], "/Support/Contacts/_ContactPart.cshtml", new View(
            group,
            [.. all.Where(one => one.LeftAt is null).OrderBy(one => one.ShownName, StringComparer.CurrentCultureIgnoreCase).ThenBy(one => one.Id)],
            [.. all.Where(one => one.LeftAt is not null).OrderByDescending(one => one.LeftAt)],
            leads, acting.Person?.May(rules[ContactServices.KeepContacts], group.PlaceId) == true));
    }
}
