using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Support.Topics;

namespace Trellis.Support.Log;

/// <summary>Where a worker writes down what they did: finds the group by any of its names, and says six things.</summary>
[Requires(SupportRules.LogHelp)]
internal sealed class LogHelpModel(Here here, Acting acting, Db db, SaveEntry save, ReadEntries read, TopicTree topics, GroupSearch search, Platform.Texts.Texts t) : PageModel
{
    private const int FoundAtMost = 8;
    private const int Lately = 6;

    [BindProperty]
    public EntryForm Form { get; set; } = new();

    /// <summary>What was typed to find a group.</summary>
    public string Words { get; private set; } = "";

    public IReadOnlyList<FoundGroup>? Found { get; private set; }

    /// <summary>The groups that were chosen.</summary>
    public IReadOnlyList<OrganisationSummary> Chosen { get; private set; } = [];

    public IReadOnlyList<OrganisationSummary> HelpedLately { get; private set; } = [];

    /// <summary>The worker's own latest entry, to be repeated.</summary>
    public EntryLine? Latest { get; private set; }

    public EntryFields Fields { get; private set; } = null!;

    public Guid NewTicket { get; private set; } = Guid.CreateVersion7();

    /// <param name="group">The groups, by the last part of their address.</param>
    /// <param name="q">Words to find one more by.</param>
    /// <param name="again">An entry of the worker's own that is to be repeated.</param>
    /// <param name="enquiry">The enquiry that is answered.</param>
    public async Task OnGet(List<string> group, string? q, Guid? again, Guid? enquiry, CancellationToken stop)
    {
        Form.Groups = group;
        Form.Enquiry = enquiry;
        Words = q ?? "";
        var place = await here.RequirePlace(stop);
        if (again is { } id && await db.SupportEntries(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.WorkerId == Me, stop) is { } before)
        {
            await Repeat(before, stop);
        }

        await Show(place.Id, stop);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var done = await save.Add(place.Id, Form, Me, stop);
        if (done.Succeeded)
        {
            return LocalRedirect($"/groups/{Form.Groups.First(slug => slug.Length > 0)}/support?logged={done.Value}");
        }

        NewTicket = Form.Ticket;
        await Show(place.Id, stop, done.Problems.Any(problem => problem.Field == nameof(EntryForm.Overlaps)));
        return this.Again(done);
    }

    /// <summary>This page with the chosen groups and one more or one less.</summary>
    public string With(string? more = null, string? less = null)
    {
        var slugs = Chosen.Select(one => one.Slug).Where(slug => slug != less).Concat(more is null ? [] : [more]).Distinct();
        var query = string.Join('&', slugs.Select(slug => "group=" + Uri.EscapeDataString(slug)).Concat(Form.Enquiry is { } enquiry ? ["enquiry=" + enquiry] : []));
        return query.Length > 0 ? "/work/log?" + query : "/work/log";
    }

    private Guid Me => acting.RequirePerson().PersonId;

    private async Task Repeat(SupportEntry before, CancellationToken stop)
    {
        Form.Groups = Form.Groups.Count > 0 ? Form.Groups : [.. (await read.GroupsOf(before.PlaceId, before.Id, stop)).Select(group => group.Slug)];
        (Form.Topic, Form.Way, Form.Minutes, Form.Done, Form.IsShared) = (before.TopicId.ToString(), before.Way.ToString(), before.Minutes?.ToString(System.Globalization.CultureInfo.InvariantCulture), before.Done, before.IsShared);
    }

    private async Task Show(Guid placeId, CancellationToken stop, bool overlaps = false)
    {
        Latest = await read.LatestBy(placeId, Me, stop);
        Form.Way ??= Latest?.Entry.Way.ToString() ?? nameof(Way.Phone);
        Chosen = await db.AllOrganisations(placeId).Where(one => Form.Groups.Contains(one.Slug)).OrderBy(one => one.Name).ToListAsync(stop);
        Fields = new(Form, Chosen, TopicChoices.Of(await topics.Offered(placeId, stop)), EntryWords.Ways(t), overlaps);
        if (Words.Trim().Length > 0)
        {
            Found = await search.Find(Words, FoundAtMost, stop);
        }
        else if (Chosen.Count == 0)
        {
            HelpedLately = await read.LatelyBy(placeId, Me, Lately, stop);
        }
    }
}
