using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Exchange;

namespace Trellis.App.Pages.About;

/// <summary>Who may do what: the rules themselves, as every page asks them, and not a description of them.</summary>
[AllowAnonymous]
internal sealed class AccessModel(RuleBook rules) : PageModel
{
    private static readonly Line[] Public =
    [
        new("Find and read about groups, services, premises and wards", true, true, []),
        new("See public money down to each grant and payment", true, true, []),
        new("Take public lists away as files", true, true, []),
        new("Open an account by an email address", true, true, []),
    ];

    /// <param name="What">In words for everybody.</param>
    /// <param name="IsForEverybody">Without signing in.</param>
    /// <param name="IsForSignedIn">With any account, about oneself.</param>
    /// <param name="Roles">The roles that may, each in its own place, group or fund.</param>
    public sealed record Line(string What, bool IsForEverybody, bool IsForSignedIn, IReadOnlyList<Role> Roles)
    {
        public bool IsOfInstallation { get; init; }

        public bool May(Role role) => IsForSignedIn || Roles.Contains(role);
    }

    public IReadOnlyList<Role> Roles { get; } = Enum.GetValues<Role>();

    public IEnumerable<Line> Lines => [.. Public, .. rules.All.Select(rule => new Line(rule.What, false, rule.IsOwn, rule.Who) { IsOfInstallation = rule.IsOfInstallation })];

    public IActionResult OnGet(string? format) => format == "csv"
        ? new Download<Line>("who-may-do-what", [new("What", line => line.What), new("Everybody", line => line.IsForEverybody), new("Signed in", line => line.IsForSignedIn), .. Roles.Select(role => new Column<Line>(role.Title(), line => line.May(role)))], Lines.ToAsyncEnumerable(), []) { Ending = "csv" }
        : Page();
}
