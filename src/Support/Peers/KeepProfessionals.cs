using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Plans;
using Trellis.Support.Topics;

namespace Trellis.Support.Peers;

/// <summary>Writes down who gives their profession, offers them to a group for a piece of work, and says how it went.</summary>
internal sealed class KeepProfessionals(Db db, TopicTree topics, TimeProvider clock)
{
    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Skills { get; set; }

        public string? Topic { get; set; }

        public string? Hours { get; set; }

        public string? UntilOn { get; set; }

        /// <summary>They have agreed that this is written down.</summary>
        public bool Agreed { get; set; }
    }

    public async Task<Result<Guid>> Add(Guid placeId, Form form, CancellationToken stop)
    {
        var wrong = new List<Problem>();
        var (name, skills, email) = (Typed.Line(form.Name), Typed.Text(form.Skills), EmailAddress.Tidy(form.Email ?? ""));
        var hours = string.IsNullOrWhiteSpace(form.Hours) ? (int?)null : int.TryParse(form.Hours, out var number) && number is > 0 and <= 2_000 ? number : -1;
        var until = Standards.Values.Read.Date(form.UntilOn ?? "").Value;
        Check(name.Length is > 0 and <= 100, "Name", "Enter their name.");
        Check(email is not null, "Email", "Enter their email address, as in name@example.org.");
        Check(skills.Length is > 0 and <= 500, "Skills", "Say in a sentence what they can do, in at most 500 letters.");
        Check(Guid.TryParse(form.Topic, out var topic) && (await topics.Offered(placeId, stop)).Any(one => one.Id == topic), "Topic", "Choose what it is about.");
        Check(hours != -1, "Hours", "Enter a number of hours, or leave it empty.");
        Check(until >= Today, "UntilOn", "Enter the last day they offer it, such as 27 3 2027. Then ask them again.");
        Check(form.Agreed, "Agreed", "Ask them first: this is written down only if they agree.");
        if (wrong.Count > 0)
        {
            return wrong.ToArray();
        }

        var now = clock.GetUtcNow();
        var there = await db.Professionals(placeId).FirstOrDefaultAsync(one => one.Email == email && one.TopicId == topic, stop);
        var person = there ?? db.Add(new Professional { Id = Guid.CreateVersion7(now), PlaceId = placeId, Name = name, Email = email!, Skills = skills, TopicId = topic, Hours = hours, AgreedOn = Today, UntilOn = until!.Value, WrittenAt = now }).Entity;
        person.UntilOn = until!.Value;
        await db.SaveChangesAsync(stop);
        return person.Id;

        void Check(bool isRight, string field, string what)
        {
            if (!isRight)
            {
                wrong.Add(new(field, what));
            }
        }
    }

    /// <summary>Takes somebody out for good; the work they did stays, without them.</summary>
    public async Task<bool> Remove(Guid placeId, Guid id, CancellationToken stop)
    {
        if (await db.Professionals(placeId).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } person)
        {
            return false;
        }

        db.Remove(person);
        await db.SaveChangesAsync(stop);
        return true;
    }

    public async Task<Result<Guid>> Offer(OrganisationSummary group, string? professional, string? what, CancellationToken stop)
    {
        var text = Typed.Text(what);
        var person = Guid.TryParse(professional, out var id) ? await db.Professionals(group.PlaceId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.UntilOn >= Today, stop) : null;
        if (person is null || text.Length is 0 or > 500)
        {
            return person is null ? new Problem("Professional", "Choose somebody.") : new Problem("What", "Say what is to be done and when it is finished, in at most 500 letters.");
        }

        var work = await db.ProfessionalWorks(group.PlaceId).FirstOrDefaultAsync(one => one.OrganisationId == group.Id && one.ProfessionalId == id && one.What == text && one.EndedOn == null, stop)
            ?? db.Add(new ProfessionalWork { Id = Guid.CreateVersion7(clock.GetUtcNow()), PlaceId = group.PlaceId, ProfessionalId = id, OrganisationId = group.Id, TopicId = person.TopicId, What = text, State = WorkState.Offered, OfferedOn = Today }).Entity;
        await db.SaveChangesAsync(stop);
        return work.Id;
    }

    public async Task<Result<Guid>> Say(ProfessionalWork work, string? state, string? minutes, CancellationToken stop)
    {
        if (!Enum.TryParse<WorkState>(state, out var said) || said.ToString() != state)
        {
            return new Problem("State", "Choose how it stands.");
        }

        var took = int.TryParse(minutes, out var number) && number is > 0 and <= 60_000 ? number : (int?)null;
        if (said == WorkState.Done && took is null)
        {
            return new Problem("Minutes", "Enter how many minutes it took, about.");
        }

        (work.State, work.Minutes, work.EndedOn) = (said, said == WorkState.Done ? took : null, said is WorkState.Done or WorkState.NotDone ? work.EndedOn ?? Today : null);
        return await db.SaveUnlessChanged(stop) ? work.Id : new Problem("State", "Somebody else changed it at this moment. Look at it again, then save.");
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
