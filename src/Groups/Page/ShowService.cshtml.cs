using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Record;
using Trellis.Platform.Places;

namespace Trellis.Groups.Page;

/// <summary>Something offered to people: when, where, how to get it, who offers it.</summary>
[AllowAnonymous]
internal sealed class ShowServiceModel(Here here, ReadThing read) : PageModel
{
    public Service Service { get; private set; } = null!;

    public ReadThing.Around Around { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.Service(place, slug, stop) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        Around = await read.Handle(
            place, service.Name, service.SourceRecordId, service.OrganisationId, service.WardCode, Point.From(service.LatitudeMicro, service.LongitudeMicro), "service", stop);
        return Page();
    }
}
