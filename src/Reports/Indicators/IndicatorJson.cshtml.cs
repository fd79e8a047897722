using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Trellis.Reports.Indicators;

/// <summary>One definition as data, with the version of the library it is from.</summary>
[AllowAnonymous]
internal sealed class IndicatorJsonModel : PageModel
{
    public IActionResult OnGet(string id) => IndicatorLibrary.Shipped.Find(id) is { } found
        ? new JsonResult(new { IndicatorLibrary.Shipped.Version, IndicatorLibrary.Shipped.PublishedOn, IndicatorLibrary.Shipped.Licence, Indicator = found }, IndicatorLibrary.Form)
        : NotFound();
}
