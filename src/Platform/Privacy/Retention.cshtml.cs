using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Platform.Privacy;

/// <summary>What has been kept long enough: a preview of what the night will end, and a button for those who do not want to wait.</summary>
[Requires(AccessRules.HandlePrivacy)]
internal sealed class RetentionModel(EndWhatIsDue end, EndIdleAccounts idle, HoldPerson hold, Here here, Acting acting, Allowed allowed) : PageModel
{
    public IReadOnlyList<EndWhatIsDue.Line> Lines { get; private set; } = [];

    /// <summary>Accounts nobody has come to for three years; null where the page is of one place only, since accounts belong to none.</summary>
    public int? Idle { get; private set; }

    /// <summary>The place looked at: its people are handled here, those of others there.</summary>
    public Guid PlaceId { get; private set; }

    public IReadOnlyList<HoldPerson.Line> Held { get; private set; } = [];

    /// <summary>How many rows the button has just ended.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Ended { get; set; }

    /// <summary>Only what belongs to the place is shown and ended.</summary>
    public bool IsOfPlace { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        PlaceId = (await here.RequirePlace(stop)).Id;
        var place = await Scope(stop);
        (IsOfPlace, Lines) = (place is not null, await end.Preview(stop, place));
        (Idle, Held) = (place is null ? await idle.Preview(stop) : null, await hold.All(place, stop));
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await Scope(stop);
        var ended = (await end.Handle(stop, place)).Sum(line => line.Rows) + (place is null ? await idle.Handle(stop) : 0);
        return LocalRedirect($"/people/retention?ended={ended}");
    }

    /// <summary>Where there are several places, what belongs to another or to all is not for the administrators of one.</summary>
    private async Task<Guid?> Scope(CancellationToken stop) => await allowed.AreForAll(acting.RequirePerson(), stop) ? null : (await here.RequirePlace(stop)).Id;
}
