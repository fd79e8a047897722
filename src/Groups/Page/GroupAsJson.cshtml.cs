using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Groups.Page;

/// <summary>The page of a group as data: the same facts with the same sources.</summary>
[AllowAnonymous]
internal sealed class GroupAsJsonModel(Here here, ReadGroup read) : PageModel
{
    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.Handle(place, slug, stop) is { IsNothing: false } seen)
        {
            return new JsonResult(Of(seen));
        }

        return await read.MovedTo(place, slug, stop) is { } now ? RedirectPermanent($"/groups/{now}.json") : NotFound();
    }

    private static object Of(ReadGroup.Seen seen)
    {
        var group = seen.Group;
        return new
        {
            group.Id,
            group.Slug,
            group.Name,
            Kind = GroupWords.Of(group.Kind),
            Status = group.Status.ToString(),
            group.LegalForm,
            group.Purpose,
            group.Cause,
            CauseTitle = group.Cause is null ? null : CauseTitles.Of(group.Cause),
            seen.Composed.Tags,
            TagTitles = CauseTags.All(seen.Composed.Tags),
            group.Helps,
            group.Contact,
            group.Languages,
            group.Accessibility,
            group.Website,
            group.Email,
            group.Telephone,
            group.Address,
            group.Postcode,
            group.WardCode,
            Ward = seen.At.Ward?.Name,
            Locality = seen.At.Locality?.Name,
            Latitude = group.Point?.Latitude,
            Longitude = group.Point?.Longitude,
            group.RegisteredOn,
            group.RemovedOn,
            IncomePounds = group.IncomePence / 100m,
            group.IncomeYear,
            Names = seen.Composed.Names.Select(name => new { name.Text, Kind = name.Kind.ToString(), Sources = name.By.Select(by => by.Key) }),
            Identifiers = seen.Composed.Identifiers.Select(pair => new { pair.Code, Source = pair.By.Key }),
            Services = seen.Offers.Services.Select(service => new { service.Name, service.Kind, service.OpeningTimes, service.Postcode, Url = "/services/" + service.Slug }),
            Facts = seen.Composed.Facts.Select(fact => new { Field = fact.Field.ToString(), Source = fact.By.Key, AsOf = fact.By.SaidOn, fact.By.GoneOn, Pinned = fact.By.Pin is { } pin ? new { pin.On, By = pin.By.Title(), pin.Reason } : null }),
            Sources = seen.Sources.Select(source => new { source.Key, source.Title, source.Publisher, source.Licence, source.LicenceUrl, source.Attribution, source.AsOf, source.CameOn }),
        };
    }
}
