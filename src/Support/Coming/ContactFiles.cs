using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Support.Contacts;

namespace Trellis.Support.Coming;

/// <summary>Files of contacts: each row becomes a contact of each of its groups.</summary>
internal sealed class ContactFiles(Db db, KnowGroups groups, TimeProvider clock) : IFileKind
{
    private static readonly string[] Columns = ["id", "place_id", "organisation_id", "name", "role", "email", "telephone", "reach", "written_at", "left_at", "import_id", "version"];

    public ArrivalKind Kind => ArrivalKind.Contacts;

    public async Task<Looked> Look(Arrival arrival, FileTable table, Choices said, CancellationToken stop)
    {
        var read = new ReadContacts(table, said, clock.GetUtcNow());
        var rows = table.Rows.Select(read.Handle).ToList();
        var good = rows.FindAll(row => row.Fault is null);
        var asked = await groups.Handle(arrival.PlaceId, said, good, stop);
        MarkThoseHere(good, await db.Contacts(arrival.PlaceId).AsNoTracking().ToListAsync(stop));
        return new Looked(arrival, table, said) { Rows = rows, Groups = asked };
    }

    public async Task<int> Write(Arrival arrival, Looked looked, CancellationToken stop)
    {
        var (now, written) = (clock.GetUtcNow(), 0);
        await using var contacts = await Bulk.Into(db.Database.GetDbConnection(), "support_contact", Columns, stop);
        foreach (var row in looked.With(Fate.ComesIn).OfType<ContactRow>())
        {
            foreach (var group in row.New)
            {
                contacts.Add(Guid.CreateVersion7(now), arrival.PlaceId, group, row.Name, row.Role, row.Email, row.Telephone, row.Reach, now.UtcDateTime, row.LeftOn?.ToDateTime(new(12, 0), DateTimeKind.Utc), arrival.Id, 0);
                written++;
            }
        }

        await contacts.Complete(stop);
        return written;
    }

    public Task<int> TakeBack(Arrival arrival, CancellationToken stop) => BroughtBy(arrival).Where(contact => contact.Version == 0).ExecuteDeleteAsync(stop);

    public Task<int> StillThere(Arrival arrival, CancellationToken stop) => BroughtBy(arrival).CountAsync(stop);

    public async Task<IReadOnlyList<ChangedSince>> Changed(Arrival arrival, int most, CancellationToken stop)
    {
        var changed = await (
            from contact in BroughtBy(arrival).AsNoTracking()
            where contact.Version > 0
            join organisation in db.AllOrganisations(arrival.PlaceId) on contact.OrganisationId equals organisation.Id
            orderby contact.Name, contact.Id
            select new { contact, organisation.Slug, organisation.Name }).Take(most).ToListAsync(stop);
        return [.. changed.Select(one => new ChangedSince($"/groups/{one.Slug}/contacts/{one.contact.Id}", one.contact.ShownName, one.Name))];
    }

    private IQueryable<Contact> BroughtBy(Arrival arrival) => db.Contacts(arrival.PlaceId).Where(contact => contact.ImportId == arrival.Id);

    /// <summary>Marks the rows whose contacts are here: of one group and one address, or else of one name. What such a row says otherwise is told and not taken.</summary>
    private static void MarkThoseHere(List<ContactRow> rows, IReadOnlyList<Contact> here)
    {
        var known = here.ToLookup(one => one.OrganisationId);
        var inFile = new HashSet<(Guid Group, string Who)>();
        foreach (var row in rows.Where(row => row.Fate == Fate.ComesIn))
        {
            var absent = row.Groups.Where(group => !known[group.Id].Any(one => IsSame(one, row))).Select(group => group.Id).ToList();
            row.New = absent.FindAll(group => inFile.Add((group, Who(row))));
            row.Note(row.New.Count < absent.Count, "The file names them twice for one group. The first row comes in.");
            row.Fate = row.New.Count == 0 ? Fate.IsHere : Fate.ComesIn;
            foreach (var twin in row.Groups.SelectMany(group => known[group.Id].Where(one => IsSame(one, row))))
            {
                Differences(row, twin);
            }
        }
    }

    private static bool IsSame(Contact contact, ContactRow row) =>
        (contact.Email is not null && contact.Email == row.Email)
        || (contact.Name is null || row.Name is null ? contact.Name is null && row.Name is null && Choices.Key(contact.Role) == Choices.Key(row.Role) : Choices.Key(contact.Name) == Choices.Key(row.Name) && (contact.Email is null || row.Email is null || contact.Email == row.Email));

    private static string Who(ContactRow row) => row.Email ?? Choices.Key(row.Name ?? row.Role);

    private static void Differences(ContactRow row, Contact twin)
    {
        foreach (var (what, says, has) in new[] { ("telephone number", row.Telephone, twin.Telephone), ("email address", row.Email, twin.Email), ("role", row.Role, twin.Role) })
        {
            row.Note(says is not null && Choices.Key(says) != Choices.Key(has), $"{twin.ShownName} is here with {(has is null ? "no" : "another")} {what}: the file says {says}. Nothing was changed.");
        }

        row.Note(twin.LeftAt is not null && row.LeftOn is null, $"{twin.ShownName} is here as somebody who is a contact no longer. Nothing was changed.");
    }
}
