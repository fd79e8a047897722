using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;

namespace Trellis.Platform.Privacy;

/// <summary>What has been kept long enough: a preview of what the night will end, and a button for those who do not want to wait.</summary>
[Requires(AccessRules.HandlePrivacy)]
internal sealed class RetentionModel(EndWhatIsDue end) : PageModel
{
    public IReadOnlyList<EndWhatIsDue.Line> Lines { get; private set; } = [];

    /// <summary>How many rows the button has just ended.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Ended { get; set; }

    public async Task OnGet(CancellationToken stop) => Lines = await end.Preview(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var ended = (await end.Handle(stop)).Sum(line => line.Rows);
        return LocalRedirect($"/people/retention?ended={ended}");
    }
}
