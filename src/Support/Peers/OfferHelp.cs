using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Web.Components;
using Trellis.Support.Plans;
using Trellis.Support.Topics;

namespace Trellis.Support.Peers;

/// <summary>A group says what it can help others with, or what it would like help with.</summary>
internal sealed class OfferHelp(Db db, TopicTree topics, TimeProvider clock)
{
    private const int Longest = 500;

    public sealed class Form
    {
        public string? Side { get; set; }

        public string? Topic { get; set; }

        public string? Words { get; set; }
    }

    /// <param name="Other">The name of the other group.</param>
    public sealed record Met(Introduction Introduction, string Other, string Topic, bool IsHelper)
    {
        public bool HasAnswered => (IsHelper ? Introduction.HelperAgreedAt : Introduction.HelpedAgreedAt) is not null;
    }

    public sealed record Seen(IReadOnlyList<(PeerHelp Help, string Topic)> Helps, IReadOnlyList<Met> Introductions, IReadOnlyList<Choice> Topics);

    public async Task<Seen> Read(OrganisationSummary group, CancellationToken stop)
    {
        var tree = await topics.All(group.PlaceId, stop);
        var names = TopicChoices.Of(tree).ToDictionary(one => one.Value, one => one.Label);
        var helps = await db.PeerHelps(group.PlaceId).AsNoTracking().Where(one => one.OrganisationId == group.Id && one.EndedOn == null).OrderBy(one => one.Id).ToListAsync(stop);
        var met = await (
            from one in db.Introductions(@group.PlaceId).AsNoTracking()
            where one.HelperId == @group.Id || one.HelpedId == @group.Id
            join other in db.AllOrganisations(@group.PlaceId) on one.HelperId == @group.Id ? one.HelpedId : one.HelperId equals other.Id
            orderby one.AskedAt descending, one.Id
            select new { one, other.Name }).ToListAsync(stop);
        return new(
            helps.ConvertAll(help => (help, names[help.TopicId.ToString()])),
            met.ConvertAll(row => new Met(row.one, row.Name, names[row.one.TopicId.ToString()], row.one.HelperId == group.Id)),
            TopicChoices.Of([.. tree.Where(topic => topic.RetiredAt is null)]));
    }

    public async Task<Result<Guid>> Handle(OrganisationSummary group, Form form, CancellationToken stop)
    {
        var (wrong, words) = (new List<Problem>(), Typed.Text(form.Words));
        if (!Enum.TryParse<PeerSide>(form.Side, out var side) || side.ToString() != form.Side)
        {
            wrong.Add(new("Side", "Choose whether the group offers or asks."));
        }

        if (!Guid.TryParse(form.Topic, out var topic) || (await topics.Offered(group.PlaceId, stop)).All(one => one.Id != topic))
        {
            wrong.Add(new("Topic", "Choose what it is about."));
        }

        if (words.Length is 0 or > Longest)
        {
            wrong.Add(new("Words", $"Say it in a sentence, in at most {Longest} letters."));
        }

        if (wrong.Count > 0)
        {
            return wrong.ToArray();
        }

        var same = await db.PeerHelps(group.PlaceId).FirstOrDefaultAsync(one => one.OrganisationId == group.Id && one.Side == side && one.TopicId == topic && one.Words == words && one.EndedOn == null, stop);
        var now = clock.GetUtcNow();
        var help = same ?? db.Add(new PeerHelp { Id = Guid.CreateVersion7(now), PlaceId = group.PlaceId, OrganisationId = group.Id, Side = side, TopicId = topic, Words = words, WrittenAt = now }).Entity;
        await db.SaveChangesAsync(stop);
        return help.Id;
    }

    /// <summary>False where the group has no such help any more.</summary>
    public async Task<bool> End(OrganisationSummary group, Guid helpId, CancellationToken stop)
    {
        if (await db.PeerHelps(group.PlaceId).FirstOrDefaultAsync(one => one.Id == helpId && one.OrganisationId == group.Id, stop) is not { } help)
        {
            return false;
        }

        help.EndedOn ??= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await db.SaveUnlessChanged(stop);
    }
}
