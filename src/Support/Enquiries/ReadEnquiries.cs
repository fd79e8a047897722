using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Topics;

namespace Trellis.Support.Enquiries;

/// <summary>An enquiry with the words that its reader needs.</summary>
internal sealed record EnquiryLine(Enquiry Enquiry, string? Slug, string? Group, string? Topic, Person? Owner)
{
    /// <summary>Whether the owner wanted to be reminded of it by now.</summary>
    public bool AsksForAttention(DateOnly today) => !Enquiry.IsOver && Enquiry.RemindOn <= today;
}

/// <summary>Which enquiries of the inbox are asked for.</summary>
internal enum Inbox
{
    Mine,
    Unassigned,
    Overdue,
    All,
    Over,
}

/// <summary>The shared inbox.</summary>
internal sealed class ReadEnquiries(Db db, TimeProvider clock)
{
    private const int Most = 200;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public Task<List<EnquiryLine>> In(Guid placeId, Inbox inbox, Guid me, CancellationToken stop) => Lines(placeId, Of(placeId, inbox, me)).Take(Most).ToListAsync(stop);

    public async Task<IReadOnlyDictionary<Inbox, int>> Counts(Guid placeId, Guid me, CancellationToken stop)
    {
        var counts = new Dictionary<Inbox, int>();
        foreach (var inbox in Enum.GetValues<Inbox>())
        {
            counts[inbox] = await Of(placeId, inbox, me).CountAsync(stop);
        }

        return counts;
    }

    /// <summary>Those of a group, open ones first.</summary>
    public Task<List<EnquiryLine>> OfGroup(Guid placeId, Guid organisation, bool alsoOver, CancellationToken stop) =>
        Lines(placeId, db.Enquiries(placeId).Where(one => one.OrganisationId == organisation && (alsoOver || (one.State != EnquiryState.Answered && one.State != EnquiryState.Closed)))).ToListAsync(stop);

    public Task<EnquiryLine?> One(Guid placeId, Guid id, CancellationToken stop) => Lines(placeId, db.Enquiries(placeId).Where(one => one.Id == id)).FirstOrDefaultAsync(stop);

    /// <summary>The workers and managers of the place, to hand over to.</summary>
    public Task<List<Person>> Workers(Guid placeId, CancellationToken stop) => (
        from person in db.Set<Person>().AsNoTracking()
        where person.DisabledAt == null && db.Set<Appointment>().Any(one => one.PersonId == person.Id && one.ScopeId == placeId && one.EndedAt == null && (one.Role == Role.SupportWorker || one.Role == Role.Manager))
        orderby person.Name, person.Id
        select person).ToListAsync(stop);

    private IQueryable<Enquiry> Of(Guid placeId, Inbox inbox, Guid me)
    {
        var (all, today) = (db.Enquiries(placeId), Today);
        var open = all.Where(one => one.State != EnquiryState.Answered && one.State != EnquiryState.Closed);
        return inbox switch
        {
            Inbox.Mine => open.Where(one => one.OwnerId == me),
            Inbox.Unassigned => open.Where(one => one.OwnerId == null),
            Inbox.Overdue => open.Where(one => one.DueOn < today),
            Inbox.Over => all.Where(one => one.State == EnquiryState.Answered || one.State == EnquiryState.Closed),
            _ => open,
        };
    }

    private IQueryable<EnquiryLine> Lines(Guid placeId, IQueryable<Enquiry> enquiries) =>
        from enquiry in enquiries.AsNoTracking()
        join person in db.Set<Person>() on enquiry.OwnerId equals person.Id into people
        from person in people.DefaultIfEmpty()
        orderby enquiry.DueOn == null, enquiry.DueOn, enquiry.ReceivedAt descending, enquiry.Id
        select new EnquiryLine(
            enquiry,
            db.AllOrganisations(placeId).Where(one => one.Id == enquiry.OrganisationId).Select(one => one.Slug).FirstOrDefault(),
            db.AllOrganisations(placeId).Where(one => one.Id == enquiry.OrganisationId).Select(one => one.Name).FirstOrDefault(),
            db.Set<Topic>().Where(topic => topic.Id == enquiry.TopicId).Select(topic => topic.Name).FirstOrDefault(),
            person);
}
