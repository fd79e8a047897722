using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Enquiries;
using Trellis.Support.Log;

namespace Trellis.Support.Samples;

/// <summary>Makes up two years of help for the demo's made-up groups, by its made-up workers; each text says so, and no real group has any.</summary>
internal sealed class MakeSampleSupport(Db db, SampleGround ground, MakeSample people, TimeProvider clock)
{
    public const string Mark = "Made up: ";
    private const int Span = 725;

    /// <summary>Topic by key, way, minutes, what was done.</summary>
    private static readonly (string Topic, Way Way, int Minutes, string Done)[] Acts =
    [
        ("governance-1", Way.InPerson, 60, "went through the legal forms; they lean towards a charitable incorporated organisation"), ("money-1", Way.Phone, 15, "which banks open an account for a group without an office"),
        ("funding-2", Way.Email, 40, "read their bid and marked what the funder will ask about"), ("people-1", Way.Video, 45, "wrote an advert for volunteer drivers together"),
        ("safeguarding-1", Way.Visit, 90, "looked at the safeguarding policy with the two people who hold the role"), ("premises-2", Way.Phone, 20, "what to ask before they sign the hall’s hire agreement"),
        ("data-and-digital-1", Way.Email, 25, "sent the data protection starter and answered what applies to a mailing list"), ("funding-1", Way.InPerson, 50, "searched for funders and chose four to look at"),
        ("money-2", Way.Video, 55, "drafted the first budget and a line on reserves"), ("partnership-1", Way.Visit, 75, "sat in on the meeting with the neighbouring group about sharing a van"),
        ("governance-3", Way.Training, 120, "trustees’ evening: who decides what, and how it is written down"), ("people-2", Way.Phone, 18, "how to thank volunteers, and what to do about one who is overstretched"),
        ("money-4", Way.Phone, 12, "how Gift Aid is claimed for the raffle and why it is not"), ("safeguarding-2", Way.Email, 10, "which checks a helper at the youth night needs"),
        ("funding-3", Way.Peer, 60, "another treasurer showed them her report to the funder"), ("starting-up-3", Way.InPerson, 70, "went through the first-steps checklist; half is done"),
    ];

    private static readonly string[] Questions =
    [
        "our treasurer has moved away and we do not know how to hand the account over", "do we need insurance for the summer fair?", "somebody wants to give us a minibus: what should we ask?", "may we pay a volunteer’s bus fare?",
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SampleGround>();
        services.AddScoped<MakeSampleSupport>();
        services.AddSingleton(new SampleWork(20, (parts, place, stop) => parts.GetRequiredService<MakeSampleSupport>().Handle(place, stop)));
    }

    public async Task Handle(Place place, CancellationToken stop)
    {
        if (await ground.Of(place, stop) is not { } on || await people.Handle(place, "david", stop) is not { } manager || await db.SupportEntries(place.Id).AnyAsync(one => one.Done.StartsWith(Mark), stop))
        {
            return;
        }

        foreach (var (group, number) in on.Groups.Select((group, number) => (group, number)))
        {
            Help(group, number, number % 4 == 3 ? manager : on.Worker, on);
            if (number % 3 == 1)
            {
                Ask(group, number, on.Worker);
            }
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>Four to twenty acts of help over two years; every sixth group has had none for more than half a year.</summary>
    private void Help(OrganisationSummary group, int number, Person worker, SampleGround.Found on)
    {
        var (now, times, latest) = (clock.GetUtcNow(), 4 + (number * 5 % 17), number % 6 == 5 ? 200 : 3);
        for (var time = 0; time < times; time++)
        {
            var act = Acts[((number * 3) + (time * 5)) % Acts.Length];
            var ago = Span - (time * (Span - latest) / times) - (((number * 11) + (time * 17)) % 20);
            var written = now.AddDays(-Math.Max(ago, latest));
            var (isLast, day) = (time == times - 1, DateOnly.FromDateTime(written.UtcDateTime));
            var entry = db.Add(new SupportEntry
            {
                Id = Guid.CreateVersion7(written.AddMilliseconds(number)),
                PlaceId = group.PlaceId,
                OnDay = day,
                Minutes = act.Minutes + ((number + time) % 4 * 5),
                Way = act.Way,
                TopicId = on.Topic(act.Topic),
                WorkerId = worker.Id,
                Done = Mark + act.Done,
                NextStep = isLast && number % 3 == 0 ? "Call back and ask how it went" : null,
                NextOn = isLast && number % 3 == 0 ? DateOnly.FromDateTime(now.UtcDateTime).AddDays((number % 9) - 2) : null,
                IsShared = time % 2 == 0,
                WrittenAt = written.AddSeconds(time),
            }).Entity;
            db.Add(new EntryGroup { EntryId = entry.Id, OrganisationId = group.Id });
        }
    }

    /// <summary>A question that is answered, open or nobody's yet.</summary>
    private void Ask(OrganisationSummary group, int number, Person worker)
    {
        var (now, ago) = (clock.GetUtcNow(), number * 3);
        var isOver = number % 2 == 0;
        db.Add(new Enquiry
        {
            Id = Guid.CreateVersion7(now.AddMilliseconds(number)),
            PlaceId = group.PlaceId,
            OrganisationId = group.Id,
            Who = "Somebody made up",
            Channel = number % 4 == 0 ? Channel.Email : Channel.Phone,
            Text = Mark + Questions[number % Questions.Length],
            ReceivedAt = now.AddDays(-ago),
            OwnerId = isOver || number % 5 > 1 ? worker.Id : null,
            DueOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(5 - ago),
            State = isOver ? EnquiryState.Answered : number % 5 > 1 ? EnquiryState.Open : EnquiryState.New,
            Outcome = isOver ? Mark + "said what to do and sent a guide" : null,
            AnsweredAt = isOver ? now.AddDays(2 - ago) : null,
            Satisfaction = isOver ? number % 4 == 0 ? Satisfaction.Helped : Satisfaction.HelpedInPart : null,
        });
    }
}
