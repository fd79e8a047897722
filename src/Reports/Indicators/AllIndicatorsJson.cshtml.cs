using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Trellis.Reports.Indicators;

/// <summary>All definitions as data.</summary>
[AllowAnonymous]
internal sealed class AllIndicatorsJsonModel : PageModel
{
    public IActionResult OnGet() => new JsonResult(IndicatorLibrary.Shipped, IndicatorLibrary.Form);
}
