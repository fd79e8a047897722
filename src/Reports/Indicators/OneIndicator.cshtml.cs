using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Trellis.Reports.Indicators;

/// <summary>What one figure means.</summary>
[AllowAnonymous]
internal sealed class OneIndicatorModel(RecordKinds kinds) : PageModel
{
    public Indicator Indicator { get; private set; } = null!;

    public string KindTitle => kinds.Title(Indicator.Records);

    /// <summary>Null where nothing here gives such records yet.</summary>
    public string? KindDefinition => kinds.Find(Indicator.Records)?.Definition;

    public IActionResult OnGet(string id)
    {
        if (IndicatorLibrary.Shipped.Find(id) is not { } found)
        {
            return NotFound();
        }

        Indicator = found;
        return Page();
    }
}
