using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Support.Enquiries;

/// <summary>Whoever asked says, with one tap and no account, whether the answer helped. The link is the key, and works once.</summary>
[AllowAnonymous]
internal sealed class DidItHelpModel(Db db, OneTimeLinks links) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public bool Said { get; private set; }

    public bool Works { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        Works = await links.Find(Key, LinkPurpose.EnquirySatisfaction, stop) is not null;
        Response.StatusCode = Works ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
    }

    public async Task OnPost(string? said, CancellationToken stop)
    {
        var link = await links.Find(Key, LinkPurpose.EnquirySatisfaction, stop);
        if (link is not null && Enum.TryParse<Satisfaction>(said, out var satisfaction) && Enum.IsDefined(satisfaction)
            && await db.Set<Enquiry>().FirstOrDefaultAsync(one => one.Id == link.SubjectId && one.PlaceId == link.PlaceId, stop) is { } enquiry)
        {
            enquiry.Satisfaction = satisfaction;
            links.Use(link);
            try
            {
                await db.SaveChangesAsync(stop);
                Said = true;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear(); // pressed twice at one moment: the first counts
            }
        }

        Works = link is not null;
        Response.StatusCode = Works ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
    }
}
