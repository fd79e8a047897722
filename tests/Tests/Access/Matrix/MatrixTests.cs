using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Jobs;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access.Matrix;

/// <summary>Every way into the running product × everybody who may come × whose thing it is: the answer is what the rules say, and what is not allowed looks to the byte as if it were not there.</summary>
public sealed class MatrixTests(MatrixTests.Worldly site, ITestOutputHelper output) : IClassFixture<MatrixTests.Worldly>
{
    [Fact]
    public async Task Every_way_has_a_row_and_every_row_a_way()
    {
        var ways = (await Way.All(site)).Select(way => way.Name).ToList();
        Assert.Equal([], WithoutRow(ways));
        Assert.Equal([], Rows.All.Select(row => row.Way).Except(ways).Select(way => $"{way} is in Rows.cs and not in the product."));
    }

    [Fact]
    public void A_way_without_a_row_is_reported() =>
        Assert.Equal(["POST /me?handler=Promote has no row in Rows.cs: say how it is tried."], WithoutRow(["GET /me", "POST /me?handler=Promote"]));

    [Fact]
    public async Task No_cell_is_wrong()
    {
        var rules = await site.With<RuleBook, Dictionary<string, Rule>>(book => Task.FromResult(book.All.ToDictionary(rule => rule.Name)));
        var ways = await Way.All(site);
        var (wrong, cells) = (new List<string>(), 0);
        foreach (var row in Rows.All)
        {
            var way = ways.Single(one => one.Name == row.Way);
            foreach (var caller in site.World.Callers)
            {
                foreach (var whose in Enum.GetValues<Whose>().Where(whose => row.At(site.World, caller, whose) is not null))
                {
                    cells++;
                    if (await Fault(row, way, way.Rule is { } name ? rules[name] : null, caller, whose) is { } fault)
                    {
                        wrong.Add($"{row.Way}, {caller.Name}, {whose}: {fault}");
                    }
                }
            }
        }

        output.WriteLine($"{Rows.All.Length} ways, {site.World.Callers.Count} callers, {cells} cells, {wrong.Count} wrong");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(30)));
    }

    [Fact]
    public async Task A_wrong_cell_is_seen()
    {
        var nobody = site.World.Callers.Single(one => one.Name == "no role");
        var row = Rows.All.Single(one => one.Way == "GET /me");
        Assert.NotNull(await Fault(row, new(row.Way, "x"), new("x", "Only for administrators", Role.Administrator), nobody, Whose.Own));
        Assert.NotNull(await Fault(Rows.All.Single(one => one.Way == "GET /people"), new("GET /people", null), null, nobody, Whose.Own));
    }

    [Fact]
    public async Task Every_rule_that_is_asked_is_in_the_book_and_another_fails()
    {
        var rules = await site.With<RuleBook, List<string>>(book => Task.FromResult(book.All.Select(rule => rule.Name).ToList()));
        Assert.Equal([], (await Way.All(site)).Select(way => way.Rule).OfType<string>().Except(rules));
        Assert.Throws<InvalidOperationException>(() => new RuleBook([])["made-up"]);
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token_or_from_another_site()
    {
        var rules = await site.With<RuleBook, Dictionary<string, Rule>>(book => Task.FromResult(book.All.ToDictionary(rule => rule.Name)));
        var wrong = new List<string>();
        foreach (var row in Rows.All.Where(row => row.Way.StartsWith("POST", StringComparison.Ordinal) && !row.IsNeverThere))
        {
            var way = (await Way.All(site)).Single(one => one.Name == row.Way);
            var caller = site.World.Callers.First(one => one.IsSignedIn && row.At(site.World, one, Whose.Own) is not null && May(row, way.Rule is { } name ? rules[name] : null, one, Whose.Own));
            var (url, form) = (row.At(site.World, caller, Whose.Own)!, row.Form(site.World, caller));
            await row.Before(site.World);
            foreach (var (name, answer) in new[]
            {
                ("without a token", await caller.Ask("POST", url, form, withToken: false)),
                ("from another origin", await caller.Ask("POST", url, form, true, ("Origin", "https://evil.example"))),
                ("across sites", await caller.Ask("POST", url, form, true, ("Sec-Fetch-Site", "cross-site"))),
            })
            {
                if (answer.Status != 400)
                {
                    wrong.Add($"{row.Way} {name}: {answer.Status}");
                }
            }

            await row.Before(site.World);
            if (await caller.Ask("POST", url, form, true, ("Origin", "http://localhost"), ("Sec-Fetch-Site", "same-origin")) is { Status: 400 })
            {
                wrong.Add($"{row.Way} from our own page: 400");
            }

            await row.Before(site.World);
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(30)));
    }

    private static IEnumerable<string> WithoutRow(IEnumerable<string> ways) => ways.Except(Rows.All.Select(row => row.Way)).Select(way => $"{way} has no row in Rows.cs: say how it is tried.");

    private async Task<string?> Fault(Row row, Way way, Rule? rule, Caller caller, Whose whose)
    {
        await row.Before(site.World);
        var verb = way.IsPost ? "POST" : "GET";
        var url = row.At(site.World, caller, whose)!;
        var answer = await caller.Ask(verb, url, row.Form(site.World, caller));
        await row.Before(site.World);
        if (May(row, rule, caller, whose))
        {
            return row.Good.Contains(answer.Status) ? null : $"may, and gets {answer.Status}";
        }

        var absent = await caller.Ask(verb, "/no-such-page/" + Guid.NewGuid());
        return answer.Status != 404 ? $"may not, and gets {answer.Status}" : answer.Whole != absent.Whole ? "differs from what is not there" : null;
    }

    private bool May(Row row, Rule? rule, Caller caller, Whose whose) => !row.IsNeverThere && whose != Whose.OtherPlace && (!row.OnlyTheirOwn || whose == Whose.Own)
        && (rule is null || (rule.IsOwn && caller.IsSignedIn) || caller.Holds(rule.IsOfInstallation ? [Role.Operator] : rule.Who, site.World.Place(whose), row.IsOfGroup ? site.World.Group(whose) : null));

    /// <summary>One world for all.</summary>
    public sealed class Worldly : Site, IAsyncLifetime
    {
        internal World World { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            World = await World.Make(this);
            await Services.GetRequiredService<RunJobs>().Once(default); // the first look writes the schedule down
        }
    }
}
