using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Platform.Places;

namespace Trellis.Groups.Documents;

/// <summary>Where a document is read. For each kind of readers there is an address of its own with its own rule; at another than its own no document is there.</summary>
internal abstract class DocumentPage(Here here, FindGroup find, ReadDocument read, Readers readers) : PageModel
{
    public async Task<IActionResult> OnGet(string slug, Guid document, CancellationToken stop) =>
        await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is { } group && await read.Handle(group, document, readers, stop) is { } file ? file : NotFound();
}
