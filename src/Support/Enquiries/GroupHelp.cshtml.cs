using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Log;

namespace Trellis.Support.Enquiries;

/// <summary>What a group sees of the help it had: its own questions, and the entries that were shared with it.</summary>
[Requires(SupportRules.AskForHelp)]
internal sealed class GroupHelpModel(Here here, Db db, ReadEnquiries enquiries, ReadEntries entries) : PageModel
{
    private const int Most = 200;

    public OrganisationSummary Group { get; private set; } = null!;

    public IReadOnlyList<EnquiryLine> Enquiries { get; private set; } = [];

    public IReadOnlyList<EntryLine> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.OrganisationAt(place.Id, slug, stop) is not { } group)
        {
            return NotFound();
        }

        Group = group;
        Enquiries = await enquiries.OfGroup(place.Id, group.Id, alsoOver: true, stop);
        Entries = await entries.Of(place.Id, group.Id, Most, onlyShared: true, stop);
        return Page();
    }
}
