using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Groups.Tags;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Groups.Page;

/// <summary>The page of a group.</summary>
[AllowAnonymous]
internal sealed class ShowGroupModel(Here here, ReadGroup read, ReadTags tags, Acting acting, RuleBook rules, IEnumerable<GroupDoor> doors, TimeProvider clock) : PageModel
{
    public ReadGroup.Seen Seen { get; private set; } = null!;

    /// <summary>The place's own words for it, as far as whoever looks may see them.</summary>
    public IReadOnlyList<PlaceTag> Tags { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.Handle(place, slug, stop) is not { } seen)
        {
            return await read.MovedTo(place, slug, stop) is { } now ? RedirectPermanent("/groups/" + now) : NotFound();
        }

        Seen = seen;
        if (seen.IsNothing && !May(GroupRules.SeeTags)) // the staff may have written down help for it
        {
            return NotFound();
        }

        Tags = await tags.Of(seen.Group.Id, May(GroupRules.SeeTags), stop);
        return Page();
    }

    /// <summary>For search engines: what it is, in the words of schema.org. Safe inside a page: no sign of it can end the element.</summary>
    public string JsonLd()
    {
        var group = Seen.Group;
        var said = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = PageWords.SchemaType(group.Kind),
            ["name"] = group.Name,
            ["url"] = $"{Request.Scheme}://{Request.Host}/groups/{group.Slug}",
        };
        Add("description", group.Purpose);
        Add("sameAs", group.Website);
        Add("email", group.Email);
        Add("telephone", group.Telephone);
        if (group.Postcode is not null)
        {
            said["address"] = new JsonObject { ["@type"] = "PostalAddress", ["postalCode"] = group.Postcode, ["addressCountry"] = "GB" };
        }

        if (Seen.Composed.Names.Skip(1).Select(name => JsonValue.Create(name.Text)).ToArray() is { Length: > 0 } names)
        {
            said["alternateName"] = new JsonArray([.. names]);
        }

        said["identifier"] = new JsonArray([.. Seen.Composed.Identifiers.Select(pair => JsonValue.Create(pair.Code))]);
        return said.ToJsonString(JsonSerializerOptions.Default);

        void Add(string member, string? value)
        {
            if (value is not null)
            {
                said[member] = value;
            }
        }
    }

    public static (string Register, string Number, string? Url) Explain(string code) => OrgIdentifier.Explain(code);

    /// <summary>Two askings have gone unanswered.</summary>
    public bool IsSilent => Seen.Freshness?.IsSilent(clock.GetUtcNow()) == true;

    public bool May(string rule) => acting.Person?.May(rules[rule], Seen.Group.PlaceId, Seen.Group.Id) == true;

    /// <summary>Other parts' pages about this group that are open to whoever looks.</summary>
    public IReadOnlyList<GroupDoor> Doors => [.. doors.Where(door => May(door.Rule)).OrderBy(door => door.Order)];

    public bool Leads => acting.Person?.Is(Role.Lead, Seen.Group.Id) == true;

    /// <summary>A page of this group that asks who one is, by way of signing in where that is needed.</summary>
    public string After(string page) => acting.Person is null ? "/sign-in" + QueryString.Create("back", $"/groups/{Seen.Group.Slug}/{page}") : $"/groups/{Seen.Group.Slug}/{page}";

    public bool HasContacts => Seen.Group.Website is not null || Seen.Group.Email is not null || Seen.Group.Telephone is not null || WholeAddress is not null || AlsoToKnow.Any();

    /// <summary>The address and the postcode, or whichever is known of the two.</summary>
    public string? WholeAddress => (Seen.Group.Address, Seen.Group.Postcode) switch
    {
        ({ } address, { } postcode) => address + ", " + postcode,
        var (address, postcode) => address ?? postcode,
    };

    /// <summary>What only people say: registers do not know it.</summary>
    public IEnumerable<(Field Field, string Text)> AlsoToKnow =>
        from pair in new[] { (Field.Contact, Seen.Composed.Contact), (Field.Languages, Seen.Composed.Languages), (Field.Accessibility, Seen.Composed.Accessibility) }
        where pair.Item2 is not null
        select (pair.Item1, pair.Item2);

    public IReadOnlyList<NameFact> OtherNames => [.. Seen.Composed.Names.Where(name => name.Kind != NameKind.Current)];

    /// <summary>The website without what everybody's begins with.</summary>
    public static string Short(string website) =>
        website.Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/');
}
