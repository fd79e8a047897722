using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Trellis.Platform.Texts;
using Trellis.Platform.Web.Components;

namespace Trellis.Tests.Web;

/// <summary>Whatever a file brought in stays text in every component.</summary>
public sealed class MarkupTests
{
    private const string Nasty = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'";

    public static TheoryData<string, TagHelper> Components()
    {
        var texts = new Texts();
        var bars = new Chart(Nasty, Nasty, Nasty, [new(Nasty, 5, Nasty, Nasty), new(Nasty, 0, Nasty) { IsRest = true }], Nasty);
        var lines = new LineChart(Nasty, Nasty, [Nasty, "2"], [new(Nasty, [new(3, Nasty, Nasty), null]), new(Nasty, [null, new(9, Nasty)])], Nasty, _ => Nasty);
        var pairs = new DumbbellChart(Nasty, Nasty, Nasty, Nasty, [new(Nasty, new(1, Nasty, Nasty), new(2, Nasty), Nasty)], Nasty);
        return new()
        {
            { "bars", new BarChartTagHelper { Chart = bars } },
            { "lines", new LineChartTagHelper(texts) { Chart = lines } },
            { "dumbbell", new DumbbellChartTagHelper(texts) { Chart = pairs } },
            { "pager", new PagerTagHelper(texts) { Previous = Nasty, Next = Nasty, Summary = Nasty } },
            { "downloads", new DownloadsTagHelper(texts) { Csv = Nasty, Json = Nasty, Xlsx = Nasty, What = Nasty } },
            { "source", new SourceLineTagHelper(texts) { Who = Nasty, Href = Nasty } },
            { "stat", new StatTagHelper { Number = Nasty, Label = Nasty, Url = Nasty, Note = Nasty } },
            { "status", new StatusTagHelper { Kind = Nasty } },
            { "facet", new FacetTagHelper(texts) { Title = Nasty, Options = [new(Nasty, 3, Nasty, true)] } },
            { "crumbs", new BreadcrumbsTagHelper(texts) { Trail = [new(Nasty, Nasty)] } },
            { "tasks", new TaskListTagHelper { Tasks = [new(Nasty, Nasty, Nasty)] } },
        };
    }

    [Theory]
    [MemberData(nameof(Components), DisableDiscoveryEnumeration = true)]
    public async Task No_component_lets_markup_through(string name, TagHelper component)
    {
        var html = await Render(component);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"><", html.Replace("\"></", "", StringComparison.Ordinal).Replace("\"><", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(html.Contains("&lt;script", StringComparison.Ordinal), name + " does not show what it was given");
    }

    [Fact]
    public async Task An_empty_chart_is_still_a_chart()
    {
        Assert.Contains("<table", await Render(new BarChartTagHelper { Chart = new("None", "Year", "Paid", []) }), StringComparison.Ordinal);
        Assert.Contains("<svg", await Render(new LineChartTagHelper(new Texts()) { Chart = new("None", "Year", [], []) }), StringComparison.Ordinal);
        Assert.Contains("<table", await Render(new DumbbellChartTagHelper(new Texts()) { Chart = new("None", "Ward", "2013", "2024", []) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_too_close_to_hit_are_not_links_but_their_table_has_them()
    {
        var years = Enumerable.Range(2000, 20).Select(year => year.ToString()).ToList();
        var html = await Render(new LineChartTagHelper(new Texts()) { Chart = new("Paid", "Year", years, [new("Paid", [.. years.Select(year => new ChartValue(1, "£1", "/money/" + year))])]) });
        Assert.Contains("role=\"img\"", html, StringComparison.Ordinal);
        Assert.Equal(20, html.Split("<a ").Length - 1);
    }

    [Fact]
    public async Task A_list_of_one_page_has_no_pager() => Assert.Equal("", await Render(new PagerTagHelper(new Texts()) { Previous = "", Next = "", Summary = "1 to 3 of 3" }));

    [Fact]
    public async Task The_first_page_has_no_way_back()
    {
        var html = await Render(new PagerTagHelper(new Texts()) { Previous = "", Next = "?after=3", Summary = "1 to 3 of 9" });
        Assert.DoesNotContain("Previous", html, StringComparison.Ordinal);
        Assert.Contains("?after=3", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2023, 4, 1, "April 2023")]
    [InlineData(2024, 9, 10, "10 September 2024")]
    public void A_source_dated_to_a_month_is_shown_with_the_month(int year, int month, int day, string words) =>
        Assert.Equal(words, SourceLineTagHelper.Words(new(year, month, day)));

    private static async Task<string> Render(TagHelper component)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("status", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().Append(Nasty)));
        await component.ProcessAsync(context, output);
        if (component is StatusTagHelper)
        {
            output.Content = await output.GetChildContentAsync();
        }

        using var text = new StringWriter();
        ((IHtmlContent)output).WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}
