using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;
using Trellis.Platform.Notices;
using Trellis.Platform.Web;

namespace Trellis.Support.Enquiries;

/// <summary>Writes to whoever answers an enquiry on the day on which they wanted to be reminded of it.</summary>
internal sealed class RemindOfEnquiries(Db db, Post post, PublicAddress address, TimeProvider clock)
{
    public static readonly Job Job = new("remind-of-enquiries", "Remind workers of the enquiries they wanted to be reminded of", Rhythm.Daily(7, 40), (scope, stop) => scope.GetRequiredService<RemindOfEnquiries>().Handle(stop));

    public async Task<string> Handle(CancellationToken stop)
    {
        var (today, letters) = (DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), 0);
        var due = await db.Set<Enquiry>()
            .Where(one => (one.State == EnquiryState.Open || one.State == EnquiryState.Waiting) && one.OwnerId != null && one.RemindOn <= today && (one.ToldOf == null || one.ToldOf != one.RemindOn))
            .OrderBy(one => one.RemindOn).ThenBy(one => one.Id).Select(one => one.Id).ToListAsync(stop);
        foreach (var id in due)
        {
            letters += await Remind(id, today, stop) ? 1 : 0;
        }

        return Post.Written(letters);
    }

    /// <summary>The letter and that it is written are saved together, one enquiry after the other: a run that is broken off repeats nothing.</summary>
    private async Task<bool> Remind(Guid id, DateOnly today, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (await db.Set<Enquiry>().FirstOrDefaultAsync(one => one.Id == id, stop) is not { IsOver: false, OwnerId: { } owner } enquiry || !(enquiry.RemindOn <= today) || enquiry.ToldOf == enquiry.RemindOn
            || await Owner(owner, enquiry.PlaceId, stop) is not { } person)
        {
            return false; // whoever takes it next is told then, and what another run has told meanwhile is told
        }

        enquiry.ToldOf = enquiry.RemindOn;
        var link = new Uri(await address.Of(db, enquiry.PlaceId, stop), "/work/enquiries/" + enquiry.Id);
        post.Queue(new(person.Email, "You wanted to be reminded of an enquiry", Text(enquiry, today, link), PersonId: person.Id, PlaceId: enquiry.PlaceId, MayWait: true));
        return await db.SaveUnlessChanged(stop); // changed at this moment: the next run looks again
    }

    private Task<Person?> Owner(Guid id, Guid placeId, CancellationToken stop) =>
        db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.Id == id && person.DisabledAt == null
            && db.Set<Appointment>().Any(held => held.PersonId == person.Id && held.ScopeId == placeId && held.EndedAt == null && (held.Role == Role.SupportWorker || held.Role == Role.Manager)), stop);

    /// <summary>What is asked stays behind the door: a letter is read by whoever opens the mailbox.</summary>
    private static string Text(Enquiry enquiry, DateOnly today, Uri link) =>
        $"""
        On {enquiry.ReceivedAt.UtcDateTime:d MMMM yyyy} somebody asked for help, and you wanted to be reminded of it {(enquiry.RemindOn == today ? "today" : $"on {enquiry.RemindOn:d MMMM yyyy}")}.
        {(enquiry.DueOn is { } due ? $"\nIt is to be answered by {due:d MMMM yyyy}.\n" : "")}
        Here it is:

            {link}

        Whoever answers an enquiry gets this letter, once for each day they ask to be reminded on.
        """;
}
