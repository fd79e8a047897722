using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Platform.Web.Errors;

namespace Trellis.App.Pages;

/// <summary>What people see instead of the page they asked for: what happened and what to do next.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // a refused form comes here again as it was sent, without a token that holds; this page changes nothing
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public string? Reference { get; private set; }

    /// <summary>What was wrong with the file, in the importer's words.</summary>
    public string? Sentence { get; private set; }

    public bool NothingHere { get; private set; }

    public void OnGet() => Explain();

    public void OnPost() => Explain();

    private void Explain()
    {
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound; // nobody is sent here; the address itself is no page
        }

        Status = Response.StatusCode;
        Reference = Failure.ReferenceOf(HttpContext);
        Sentence = Failure.SentenceOf(HttpContext);
        NothingHere = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is NoPlaceException;
    }
}
