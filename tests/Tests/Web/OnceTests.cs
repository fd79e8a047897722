using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Jobs;
using Trellis.Platform.Privacy;
using Trellis.Platform.Web.Once;
using Trellis.Reports.Stories;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Jobs;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

/// <summary>F9 of forms: the same one, however often and over however many nodes it arrives, is done once.</summary>
public sealed class OnceTests : IAsyncLifetime
{
    private readonly TestDatabase database = TestDatabase.Create();
    private Node one = null!, other = null!;
    private Visitor manager = null!;
    private string group = null!;
    private string cookies = "";

    public async ValueTask InitializeAsync()
    {
        (one, other) = (new(database, Nothing), new(database, Nothing));
        var place = await one.OnePlace();
        group = (await one.OneGroup(place)).Name;
        var email = "manager@example.org";
        await one.SignInAs(Role.Manager, place.Id, place.Id, email);
        manager = Keep(one);
        await Enter(email);
    }

    [Fact]
    public async Task Sent_five_times_at_once_over_two_nodes_it_is_done_once()
    {
        var forms = await Forms("At once", 5);
        var answers = await Task.WhenAll(forms.Select((form, number) => (number % 2 == 0 ? manager : Keep(other)).Send(form)));
        Assert.Equal(1, await Stories("At once"));
        Assert.Contains(answers, answer => answer.Status == StatusCodes.Status302Found);
        Assert.All(answers, answer => Assert.True(answer.Status == StatusCodes.Status302Found || answer is { Status: StatusCodes.Status409Conflict, Heading: "Done already" }, answer.Text));
    }

    [Fact]
    public async Task Forms_that_did_nothing_are_not_remembered()
    {
        var stranger = one.Visit();
        var page = await stranger.Open("/sign-in");
        var before = one.Services.GetRequiredService<FormsUnderWay>().Count;
        for (var number = 0; number < 20; number++)
        {
            Assert.Equal(422, (await page.Submit(("Email address", $"no address {number}"))).Status);
        }

        Assert.Equal(before, one.Services.GetRequiredService<FormsUnderWay>().Count);
    }

    [Fact]
    public void No_more_forms_are_remembered_than_memory_is_spared_for()
    {
        var forms = new FormsUnderWay(one.Clock);
        for (var number = 0; number < FormsUnderWay.Most + 50; number++)
        {
            var form = forms.Take($"form {number}");
            form.LedTo = "/";
            forms.Leave(form);
        }

        Assert.Equal(FormsUnderWay.Most, forms.Count);
        Assert.Null(forms.Take("form 0").LedTo);
        Assert.Equal("/", forms.Take($"form {FormsUnderWay.Most}").LedTo);
        one.Clock.Pass(TimeSpan.FromMinutes(11));
        Assert.Null(forms.Take($"form {FormsUnderWay.Most + 1}").LedTo);
    }

    [Fact]
    public async Task Sent_again_it_leads_to_where_the_first_led()
    {
        var forms = await Forms("Again", 3);
        var first = await manager.Send(forms[0]);
        var second = await manager.Send(forms[1]);
        Assert.Equal((302, 302, first.Response.Headers.Location), (first.Status, second.Status, second.Response.Headers.Location));
        var late = await Keep(other).Send(forms[2]); // the node that did it may be gone: the database knows
        Assert.Equal((409, "Done already"), (late.Status, late.Heading));
        Assert.Contains("It was not done a second time", late.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Stories("Again"));
    }

    [Fact]
    public async Task The_same_answers_on_two_pages_are_two_and_so_are_other_answers_on_one()
    {
        await manager.Send((await Forms("Twice", 1))[0]);
        await manager.Send((await Forms("Twice", 1))[0]);
        Assert.Equal(2, await Stories("Twice"));
        var page = await manager.Open("/work/stories");
        await manager.Send(Form(page, "One"));
        await manager.Send(Form(page, "Other"));
        Assert.Equal((1, 1), (await Stories("One"), await Stories("Other")));
    }

    [Fact]
    public async Task What_would_not_do_gets_its_answer_each_time()
    {
        var forms = await Forms("", 2);
        Assert.All(new[] { await manager.Send(forms[0]), await manager.Send(forms[1]) }, answer => Assert.Equal((422, 1), (answer.Status, answer.Problems.Count)));
    }

    [Fact]
    public async Task What_was_undone_is_not_remembered_as_done()
    {
        var forms = await Forms("Undone", 2);
        await one.InDb(db => db.Database.ExecuteSqlRawAsync(TestDatabase.IsPostgres
            ? "ALTER TABLE reports_story ADD CONSTRAINT refused CHECK (title <> 'Undone')"
            : "CREATE TRIGGER refused BEFORE INSERT ON reports_story WHEN NEW.title = 'Undone' BEGIN SELECT RAISE(ABORT, 'refused'); END"));
        Assert.Equal(500, (await manager.Send(forms[0])).Status);
        await one.InDb(db => db.Database.ExecuteSqlRawAsync(TestDatabase.IsPostgres ? "ALTER TABLE reports_story DROP CONSTRAINT refused" : "DROP TRIGGER refused"));
        Assert.Equal(302, (await manager.Send(forms[1])).Status);
        Assert.Equal(1, await Stories("Undone"));
    }

    [Fact]
    public async Task What_broke_half_way_may_be_sent_again()
    {
        await using var site = new Breaking();
        var visitor = await site.SignIn("gone@example.org");
        var page = await visitor.Open("/me/data");
        Assert.Equal(500, (await page.Press("Erase me for good", ("Your email address", "gone@example.org"))).Status);
        Assert.Equal(302, (await page.Press("Erase me for good", ("Your email address", "gone@example.org"))).Status);
    }

    [Fact]
    public async Task After_a_day_it_is_forgotten()
    {
        await manager.Send((await Forms("Old", 1))[0]);
        var forget = one.Services.GetServices<Job>().Single(job => job.Name == "sent-forms");
        Assert.Equal("Forgot 0 forms.", await Run());
        Assert.NotEqual(0, await one.InDb(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM platform_sent_form").SingleAsync()));
        one.Clock.Pass(TimeSpan.FromDays(1.01));
        Assert.NotEqual("Forgot 0 forms.", await Run());
        Assert.Equal(0, await one.InDb(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM platform_sent_form").SingleAsync()));

        async Task<string> Run()
        {
            await using var scope = one.Services.CreateAsyncScope();
            return await forget.Run(scope.ServiceProvider, default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    private static Job Nothing => new("nothing", "Does nothing", Rhythm.Daily(1, 1), (_, _) => Task.FromResult("Nothing."));

    private Task<int> Stories(string title) => one.InDb(db => db.Set<Story>().CountAsync(story => story.Title == title));

    /// <summary>Erasing saves something and then fails, the first time.</summary>
    private sealed class Breaking : Site
    {
        private int times;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddScoped<IForget>(parts => new Part(parts.GetRequiredService<Trail>(), () => times++ == 0)));
        }

        private sealed class Part(Trail trail, Func<bool> breaks) : IForget
        {
            public async Task Forget(string email, string name, Guid? placeId, CancellationToken stop)
            {
                await trail.Read("Person", Guid.CreateVersion7(), null, stop);
                if (breaks())
                {
                    throw new InvalidOperationException("Half way.");
                }
            }
        }
    }

    /// <summary>One page's form, as a browser would send it several times.</summary>
    private async Task<HttpRequestMessage[]> Forms(string title, int times)
    {
        var page = await manager.Open("/work/stories");
        return [.. Enumerable.Range(0, times).Select(_ => Form(page, title))];
    }

    private HttpRequestMessage Form(PageSeen page, string title)
    {
        var form = FormPage.Find(page.Document, "Keep the story", []);
        foreach (var (label, value) in new[] { ("Group", group), ("Title of the story", title), ("The story", "They sang."), ("Who said yes for the group", "The chair"), ("When", "1 9 2026"), ("To what, in the words that were used", "All of it") })
        {
            FormPage.Fill(form, label, value);
        }

        return FormPage.Request(form, "Keep the story");
    }

    /// <summary>The same browser at either node.</summary>
    private Visitor Keep(Node node) => new(node.CreateDefaultClient(new Jar(this)));

    private async Task Enter(string email)
    {
        one.Clock.Pass(TimeSpan.FromSeconds(1));
        var asked = await (await manager.Open("/sign-in")).Submit(("Email address", email));
        var entered = await (await asked.FollowRedirect()).Submit(("Code", await one.LatestCode(email)));
        Assert.Equal(302, entered.Status);
    }

    private sealed class Jar(OnceTests of) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            request.Headers.TryAddWithoutValidation("Cookie", of.cookies);
            var answer = await base.SendAsync(request, stop);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                var kept = of.cookies.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
                foreach (var pair in set.Select(one => one.Split(';')[0].Split('=', 2)))
                {
                    kept[pair[0]] = pair[1];
                }

                of.cookies = string.Join("; ", kept.Select(pair => pair.Key + "=" + pair.Value));
            }

            return answer;
        }
    }
}
