using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Trellis.Platform.Web;

/// <summary>How a page answers when what was typed will not do.</summary>
public static class PageAnswers
{
    /// <summary>The page again, with what was typed and each problem beside its field. The status says that nothing was done.</summary>
    /// <param name="form">The name of the page's form property, which problems' fields are part of; empty where they are the page's own.</param>
    public static IActionResult Again<T>(this PageModel page, Result<T> refused, string form = "Form")
    {
        foreach (var problem in refused.Problems)
        {
            page.ModelState.AddModelError(problem.Field.Length == 0 ? "" : form.Length == 0 ? problem.Field : $"{form}.{problem.Field}", problem.Message);
        }

        var again = page.Page();
        again.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return again;
    }

    /// <summary>The page again, with what was typed, where somebody else has saved meanwhile.</summary>
    /// <param name="version">The hidden field that says over what is saved: the page has put the newer one there, so that the next save is over what it shows.</param>
    public static PageResult Outdated(this PageModel page, string version = "Version")
    {
        page.ModelState.Remove(version); // else what was sent would stand there again
        var again = page.Page();
        again.StatusCode = StatusCodes.Status409Conflict;
        return again;
    }
}
