using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Plans;

namespace Trellis.Support.Samples;

/// <summary>Makes up plans of the demo's made-up groups: some well on their way, some overdue, some gone quiet.</summary>
internal sealed class SamplePlans(Db db, SampleGround ground, TimeProvider clock)
{
    /// <summary>Topic by key, what is to be done, why, who sees to it, what help it needs, what shows that it is done.</summary>
    private static readonly (string Topic, string Title, string Why, string Lead, Help Help, string Evidence)[] Actions =
    [
        ("money-1", "Put two names on the bank account", "One person alone can pay today, and she is moving away.", "Treasurer", Help.Guide, "The bank’s letter that names both signatories"),
        ("governance-2", "Adopt a governing document", "We agree by habit, and funders ask for it in writing.", "Chair", Help.Template, "The document, signed at the meeting of members"),
        ("safeguarding-1", "Name a safeguarding lead and write the policy", "Parents ask who it is, and nobody can say.", "Secretary", Help.Training, "The policy, with the lead’s name on the noticeboard"),
        ("people-1", "Find four more volunteers for Saturdays", "The same three people open up every week.", "Volunteers’ coordinator", Help.Hours, "The rota for the next three months"),
        ("money-2", "Make a budget for the year", "We spend what is there and hope.", "Treasurer", Help.PeerMentor, "The budget, agreed by the committee"),
        ("funding-2", "Write one good bid for the kitchen", "The oven is older than the chair.", "Chair", Help.Hours, "The bid as it was handed in"),
        ("data-and-digital-1", "Put the members’ list in order", "It is on three telephones, and one was lost.", "Secretary", Help.Guide, "One list, with who may see it"),
        ("premises-2", "Agree in writing when the hall is ours", "Twice we stood before a locked door.", "Chair", Help.Professional, "The hire agreement for the year"),
        ("governance-3", "Hold trustees’ meetings with a list and notes", "We decide the same thing three times.", "Secretary", Help.Template, "Notes of two meetings"),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SamplePlans>();
        services.AddSingleton(new SampleWork(40, (parts, place, stop) => parts.GetRequiredService<SamplePlans>().Handle(place, stop)));
    }

    public async Task Handle(Place place, CancellationToken stop)
    {
        if (await ground.Of(place, stop) is not { } on || await db.Set<GroupPlan>().AnyAsync(plan => plan.PlaceId == place.Id && plan.OrganisationId == on.Groups[0].Id, stop))
        {
            return;
        }

        foreach (var (group, number) in on.Groups.Select((group, number) => (group, number)).Where(one => one.number % 3 != 2))
        {
            Plan(group, number, on);
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>Three or four actions. Of every fifth plan nothing has been heard for three months.</summary>
    private void Plan(OrganisationSummary group, int number, SampleGround.Found on)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (begun, heard) = (now.AddDays(-120 - (number * 3 % 40)), now.AddDays(number % 5 == 4 ? -95 : -6 - number));
        var plan = db.Add(new GroupPlan { Id = Guid.CreateVersion7(begun), PlaceId = group.PlaceId, OrganisationId = group.Id, WorkerId = on.Worker.Id, BegunOn = DateOnly.FromDateTime(begun.UtcDateTime) }).Entity;
        for (var at = 0; at < 3 + (number % 2); at++)
        {
            var (topic, title, why, lead, help, evidence) = Actions[((number * 2) + at) % Actions.Length];
            var state = at == 0 && number % 5 != 4 ? ActionState.Done : at == 1 ? ActionState.GoingOn : ActionState.NotBegun;
            db.Add(new PlanAction
            {
                Id = Guid.CreateVersion7(begun.AddMilliseconds(at)),
                PlaceId = group.PlaceId,
                PlanId = plan.Id,
                Title = title,
                Why = why,
                LeadName = lead + " (made up)",
                Help = help.ToString(),
                TopicId = on.Topic(topic),
                DueOn = today.AddDays(state == ActionState.Done ? -40 : (at * 30) - 35 + (number * 7 % 30)),
                State = state,
                Evidence = state == ActionState.Done ? MakeSampleSupport.Mark + evidence.ToLowerInvariant() : null,
                EndedOn = state == ActionState.Done ? DateOnly.FromDateTime(heard.UtcDateTime) : null,
                Told = Told.Over, // nobody made up is written to
                WrittenAt = begun,
                ChangedAt = heard,
            });
        }
    }
}
