using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Find;

/// <summary>The public search.</summary>
[AllowAnonymous]
internal sealed partial class FindModel(FindGroups find, OpenFacets facets, Acting acting, RuleBook rules, Texts t) : PageModel
{
    public Found Found { get; private set; } = null!;

    public FacetList Facets { get; private set; } = null!;

    public FoundWords Said => new(Found, t);

    public bool May(string rule) => acting.Person?.May(rules[rule], Found.Place.Id) == true;

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var asked = new Asked(Request.Query, await facets.Keys(stop));
        if (!asked.Typing && RegisterNumber().IsMatch(asked.Words) && await find.SlugOf(asked.Words.Trim(), stop) is { } slug)
        {
            return Redirect("/groups/" + slug);
        }

        Found = await find.Handle(asked, t["Where these are"], t["A map of the wards with the results of this page marked. The list says the same in words."], stop);
        Facets = new FacetList(Found, t);
        return Request.Query["part"] == "results" ? Partial("_Results", this) : Page();
    }

    [GeneratedRegex(@"^\s*(GB-[A-Z]{2,5}-)?(SC|CE|IP|RS|OC|NIC)?[0-9]{5,8}[A-Z]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex RegisterNumber();
}
