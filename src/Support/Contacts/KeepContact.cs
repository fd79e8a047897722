using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Coming;
using Trellis.Support.Plans;

namespace Trellis.Support.Contacts;

/// <summary>Writes down whom the staff turn to in a group, puts it right, and says when somebody is a contact no longer.</summary>
internal sealed class KeepContact(Db db, Turns turns, TimeProvider clock)
{
    private const int Most = 50;

    public Task<Result<Guid>> Add(OrganisationSummary group, ContactForm form, CancellationToken stop) => turns.Do<Guid>("contacts " + group.Id, async () =>
    {
        var read = form.Read();
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        var now = await db.Contacts(group.PlaceId).Where(one => one.OrganisationId == group.Id && one.LeftAt == null).ToListAsync(stop);
        if (Twin(now, read.Value, null) is { } twin)
        {
            return twin;
        }

        if (now.Count >= Most)
        {
            return new Problem("Name", $"This group has {Most} contacts already. Say first which of them are it no longer.");
        }

        var contact = new Contact { Id = Guid.CreateVersion7(clock.GetUtcNow()), PlaceId = group.PlaceId, OrganisationId = group.Id, WrittenAt = clock.GetUtcNow() };
        Take(contact, read.Value);
        db.Add(contact);
        return contact.Id;
    }, stop);

    /// <summary>False where somebody else was quicker and nothing was changed.</summary>
    public async Task<Result<bool>> Change(Contact contact, int version, ContactForm form, CancellationToken stop)
    {
        var read = form.Read();
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        if (contact.Version != version)
        {
            return false;
        }

        var others = await db.Contacts(contact.PlaceId).AsNoTracking().Where(one => one.OrganisationId == contact.OrganisationId && one.LeftAt == null && one.Id != contact.Id).ToListAsync(stop);
        if (Twin(others, read.Value, contact) is { } twin)
        {
            return twin;
        }

        Take(contact, read.Value);
        return await db.SaveUnlessChanged(stop);
    }

    /// <summary>Says that they are a contact no longer, or are one again.</summary>
    public async Task<bool> Leave(Contact contact, bool hasLeft, CancellationToken stop)
    {
        contact.LeftAt = hasLeft ? contact.LeftAt ?? clock.GetUtcNow() : null;
        return await db.SaveUnlessChanged(stop);
    }

    /// <summary>Removes what was written down by mistake.</summary>
    public async Task<bool> Remove(Contact contact, CancellationToken stop)
    {
        db.Remove(contact);
        return await db.SaveUnlessChanged(stop);
    }

    /// <summary>One name twice in a group is one person entered twice, unless what they do or their address tells them apart.</summary>
    private static Problem? Twin(IEnumerable<Contact> others, ContactForm.Said said, Contact? self) =>
        others.FirstOrDefault(other => self?.Id != other.Id && Choices.Key(other.Name) == Choices.Key(said.Name) && Choices.Key(other.Role) == Choices.Key(said.Role) && other.Email == said.Email) is { } twin
            ? new Problem("Name", $"{twin.ShownName} is a contact of this group already. Put right what has changed there.")
            : null;

    private static void Take(Contact contact, ContactForm.Said said) =>
        (contact.Name, contact.Role, contact.Email, contact.Telephone, contact.Reach) = (said.Name, said.Role, said.Email, said.Telephone, said.Reach);
}
