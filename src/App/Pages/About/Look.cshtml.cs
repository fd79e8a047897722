using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform;
using Trellis.Platform.Web.Components;

namespace Trellis.App.Pages.About;

/// <summary>Every component of the pages on one page, for those who build them and for the checks of access and markup.</summary>
[AllowAnonymous]
internal sealed class LookModel : PageModel
{
    [BindProperty]
    public Answers Form { get; set; } = new();

    public Chart Bars { get; } = new("Grants by programme", "Programme", "Granted",
    [
        new("Voluntary sector grants, small sums for equipment, training and a first newsletter", 48_250_000, "£482,500", "/about/look#bars"),
        new("Partnership working", 20_110_000, "£201,100", "/about/look#bars"),
        new("One-off", 90_000, "£900"),
        new("Money paid back", -4_000_000, "-£40,000"),
        new("Not joined to a group", 12_000_000, "£120,000") { IsRest = true },
    ], "Since 2013; what could not be joined to a group is set apart.");

    public LineChart Lines { get; } = new("Paid and granted by year", "Year", ["2019", "2020", "2021", "2022", "2023", "2024"],
    [
        new("Paid", [Of(812), Of(934), Of(1_240), Of(1_100), Of(1_310), Of(1_530)]),
        new("Granted", [Of(120), null, Of(90), Of(210), Of(160), Of(75)]),
    ], "In thousands of pounds.", value => new Money(value).ToShortString());

    public DumbbellChart Pairs { get; } = new("People aged 65 and over, share of all", "Ward", "2013", "2024",
    [
        new("Altrincham", new(152, "15.2%"), new(171, "17.1%"), "/wards/altrincham"),
        new("Old Trafford", new(91, "9.1%"), new(84, "8.4%"), "/wards/old-trafford"),
        new("Manor, Sale Moor and the streets round the old station", null, new(210, "21%")),
    ]);

    public void OnGet()
    {
    }

    public void OnPost()
    {
        if (string.IsNullOrWhiteSpace(Form.Name))
        {
            ModelState.AddModelError("Form.Name", "Enter the name of the group");
        }
    }

    private static ChartValue Of(long thousands) => new(thousands * 100_000, $"£{thousands:N0},000", "/about/look#lines");

    public sealed class Answers
    {
        public string? Name { get; set; }

        public string? About { get; set; }

        public DateOnly? Founded { get; set; }

        public string? Size { get; set; }

        public List<string> Days { get; set; } = [];
    }
}
