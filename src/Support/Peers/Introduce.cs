using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Support.Plans;

namespace Trellis.Support.Peers;

/// <summary>Brings two groups together: asks the leads of both, and tells each of the other once both have said yes.</summary>
internal sealed class Introduce(Db db, Post post, PublicAddress address, TimeProvider clock)
{
    private const int Longest = 1_000;

    public sealed record Form(Guid PlaceId, string? Offer, string? Ask, string? Words, Guid ByWhom);

    public async Task<Result<Guid>> Handle(Form form, CancellationToken stop)
    {
        var (offer, ask, words) = (await One(form, form.Offer, PeerSide.Offers, stop), await One(form, form.Ask, PeerSide.Asks, stop), Typed.Text(form.Words));
        var wrong = new List<Problem>();
        Check(offer is not null, "Offer", "Choose a group that offers help.");
        Check(ask is not null, "Ask", "Choose a group that asks for help.");
        Check(offer is null || ask is null || offer.OrganisationId != ask.OrganisationId, "Ask", "A group cannot be introduced to itself.");
        Check(words.Length <= Longest, "Words", $"Say it in at most {Longest:N0} letters; these are {words.Length:N0}.");
        return wrong.Count > 0 ? wrong.ToArray() : await Ask(offer!, ask!, words, form.ByWhom, stop);

        void Check(bool isRight, string field, string what)
        {
            if (!isRight)
            {
                wrong.Add(new(field, what));
            }
        }
    }

    /// <summary>A lead of one of the two says yes or no. Null where that group is not asked.</summary>
    public async Task<Result<bool>?> Answer(Introduction introduction, Guid organisation, bool agrees, CancellationToken stop)
    {
        if (introduction.State != IntroductionState.Asked || (organisation != introduction.HelperId && organisation != introduction.HelpedId))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (!agrees)
        {
            introduction.State = IntroductionState.Declined;
        }
        else if (organisation == introduction.HelperId)
        {
            introduction.HelperAgreedAt ??= now;
        }
        else
        {
            introduction.HelpedAgreedAt ??= now;
        }

        if (agrees && introduction is { HelperAgreedAt: not null, HelpedAgreedAt: not null })
        {
            (introduction.State, introduction.IntroducedAt) = (IntroductionState.Introduced, now);
            await Tell(introduction, stop);
        }

        return await db.SaveUnlessChanged(stop) ? true : new Problem("", "The other group answered at this moment. Look at it again, then answer.");
    }

    private async Task<Result<Guid>> Ask(PeerHelp offer, PeerHelp ask, string words, Guid byWhom, CancellationToken stop)
    {
        var (helper, helped) = (await Group(offer.PlaceId, offer.OrganisationId, stop), await Group(ask.PlaceId, ask.OrganisationId, stop));
        var going = await db.Set<Introduction>().AnyAsync(one => one.HelperId == helper.Id && one.HelpedId == helped.Id && one.TopicId == ask.TopicId && one.State == IntroductionState.Asked, stop);
        if (going)
        {
            return new Problem("Ask", "These two have been asked already, and have not both answered yet.");
        }

        var leads = new Dictionary<Guid, List<Person>> { [helper.Id] = await db.LeadsOf(helper.Id).AsNoTracking().ToListAsync(stop), [helped.Id] = await db.LeadsOf(helped.Id).AsNoTracking().ToListAsync(stop) };
        foreach (var group in new[] { helper, helped }.Where(group => leads[group.Id].Count == 0))
        {
            return new Problem(group == helper ? "Offer" : "Ask", $"{group.Name} has no lead here who could say yes. Invite one first.");
        }

        var now = clock.GetUtcNow();
        var made = db.Add(new Introduction { Id = Guid.CreateVersion7(now), PlaceId = offer.PlaceId, HelperId = helper.Id, HelpedId = helped.Id, TopicId = ask.TopicId, Words = words, WorkerId = byWhom, State = IntroductionState.Asked, AskedAt = now, Minutes = 0 }).Entity;
        await Write(helper, leads[helper.Id], $"Would you help {helped.Name}?", $"{helped.Name} asks: {ask.Words}\n\nYou said that you could help with this. {words}\n\nSay yes or no here. Your names and addresses are told to the other group only once both have said yes:", stop);
        await Write(helped, leads[helped.Id], $"{helper.Name} could help you", $"{helper.Name} offers: {offer.Words}\n\nYou asked for this. {words}\n\nSay yes or no here. Your names and addresses are told to the other group only once both have said yes:", stop);
        await db.SaveChangesAsync(stop);
        return made.Id;
    }

    private async Task Tell(Introduction introduction, CancellationToken stop)
    {
        var (helper, helped) = (await Group(introduction.PlaceId, introduction.HelperId, stop), await Group(introduction.PlaceId, introduction.HelpedId, stop));
        var (helpers, askers) = (await db.LeadsOf(helper.Id).AsNoTracking().ToListAsync(stop), await db.LeadsOf(helped.Id).AsNoTracking().ToListAsync(stop));
        await Write(helper, helpers, $"Meet {helped.Name}", $"Both groups have said yes. From {helped.Name} you can reach:\n\n{Names(askers)}\n\nWhen you have met, tell your support worker how long it took:", stop);
        await Write(helped, askers, $"Meet {helper.Name}", $"Both groups have said yes. From {helper.Name} you can reach:\n\n{Names(helpers)}\n\nWhen you have met, tell your support worker how long it took:", stop);
    }

    private static string Names(IEnumerable<Person> people) => string.Join('\n', people.Select(person => $"    {person.ShownName}, {person.Email}"));

    private async Task Write(OrganisationSummary group, List<Person> leads, string subject, string text, CancellationToken stop)
    {
        var link = new Uri(await address.Of(db, group.PlaceId, stop), $"/groups/{group.Slug}/peers");
        foreach (var lead in leads)
        {
            post.Queue(new(lead.Email, subject, $"{text}\n\n    {link}\n\nThe leads of the group get this letter.", PersonId: lead.Id, PlaceId: group.PlaceId));
        }
    }

    private Task<OrganisationSummary> Group(Guid place, Guid id, CancellationToken stop) => db.AllOrganisations(place).FirstAsync(one => one.Id == id, stop);

    private async Task<PeerHelp?> One(Form form, string? id, PeerSide side, CancellationToken stop) =>
        Guid.TryParse(id, out var known) ? await db.PeerHelps(form.PlaceId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == known && one.Side == side && one.EndedOn == null, stop) : null;
}
