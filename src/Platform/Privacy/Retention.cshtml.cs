using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Platform.Privacy;

/// <summary>What has been kept long enough: a preview of what the night will end, and a button for those who do not want to wait.</summary>
[Requires(AccessRules.HandlePrivacy)]
internal sealed class RetentionModel(EndWhatIsDue end, Here here, Acting acting, Allowed allowed) : PageModel
{
    public IReadOnlyList<EndWhatIsDue.Line> Lines { get; private set; } = [];

    /// <summary>How many rows the button has just ended.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Ended { get; set; }

    /// <summary>Only what belongs to the place is shown and ended.</summary>
    public bool IsOfPlace { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        var place = await Scope(stop);
        (IsOfPlace, Lines) = (place is not null, await end.Preview(stop, place));
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var ended = (await end.Handle(stop, await Scope(stop))).Sum(line => line.Rows);
        return LocalRedirect($"/people/retention?ended={ended}");
    }

    /// <summary>Where there are several places, what belongs to another or to all is not for the administrators of one.</summary>
    private async Task<Guid?> Scope(CancellationToken stop) => await allowed.AreForAll(acting.RequirePerson(), stop) ? null : (await here.RequirePlace(stop)).Id;
}
