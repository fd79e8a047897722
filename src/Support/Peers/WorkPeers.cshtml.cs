using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Plans;
using Trellis.Support.Topics;

namespace Trellis.Support.Peers;

/// <summary>Where a worker sees what groups offer and ask, and brings two together.</summary>
[Requires(PeerServices.IntroducePeers)]
internal sealed class WorkPeersModel(Here here, Db db, TopicTree topics, Introduce introduce, PlanDesk desk) : PageModel
{
    public sealed class Answers
    {
        public string? Offer { get; set; }

        public string? Ask { get; set; }

        public string? Words { get; set; }
    }

    /// <param name="Topic">Its name, with the one it is part of.</param>
    public sealed record Line(PeerHelp Help, string Name, string Slug, string Topic);

    [BindProperty]
    public Answers Form { get; set; } = new();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Of(PeerSide side) => [.. Lines.Where(line => line.Help.Side == side).Select(line => new Choice(line.Help.Id.ToString(), $"{line.Topic}: {line.Name}"))];

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await Read(stop);
        var asked = await introduce.Handle(new((await here.RequirePlace(stop)).Id, Form.Offer, Form.Ask, Form.Words, desk.Me), stop);
        return asked.Succeeded ? LocalRedirect("/work/peers") : this.Again(asked);
    }

    private async Task Read(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var tree = await topics.All(place.Id, stop);
        var names = TopicChoices.Of(tree).ToDictionary(one => one.Value, one => one.Label);
        var order = tree.Select((topic, number) => (topic.Id, number)).ToDictionary(one => one.Id, one => one.number);
        var rows = await (
            from help in db.PeerHelps(place.Id).AsNoTracking()
            where help.EndedOn == null
            join organisation in db.AllOrganisations(place.Id) on help.OrganisationId equals organisation.Id
            select new { help, organisation.Name, organisation.Slug }).ToListAsync(stop);
        Lines = [.. rows.Select(row => new Line(row.help, row.Name, row.Slug, names[row.help.TopicId.ToString()])).OrderBy(line => order[line.Help.TopicId]).ThenBy(line => line.Name, StringComparer.CurrentCulture)];
    }
}
