using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Exchange;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Web.Errors;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

public sealed class ErrorPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_page_that_is_not_there_offers_to_look_for_it()
    {
        var page = await site.Open("/no-such-page?q=<script>");
        Assert.Equal(404, page.Status);
        Assert.Equal("Page not found", page.Heading);
        Assert.NotNull(page.Document.QuerySelector("main form[role=search] input[name=q]"));
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_the_error_page_is_no_page() => Assert.Equal(404, (await site.Open("/error")).Status);

    [Fact]
    public async Task Something_sent_to_nowhere_is_answered_with_a_page_too()
    {
        var answer = await site.CreateClient().PostAsync(new Uri("/no-such-page", UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Page not found", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_there_is_a_place_pages_say_how_to_begin()
    {
        var home = await site.Open("/");
        Assert.Equal(200, home.Status);
        Assert.Equal("Nothing here yet", home.Heading);
        var data = await site.Open("/about/data");
        Assert.Equal(503, data.Status);
        Assert.Contains("./start --place trafford", data.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_told_in_problem_details()
    {
        var answer = await site.CreateClient().GetAsync(new Uri("/api/groups/no-such-thing", UriKind.Relative));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task What_breaks_is_written_down_under_the_reference_that_the_page_shows()
    {
        var log = new Kept();
        await using var broken = new BrokenSite(log, () => new InvalidOperationException("the secret inside"));
        await broken.InDb(async db =>
        {
            db.Add(new Place { Id = Guid.CreateVersion7(), Code = "E1", Name = "Testing", Slug = "testing", IsDemo = false });
            await db.SaveChangesAsync();
        });
        var page = await broken.Open("/");
        Assert.Equal(500, page.Status);
        Assert.Equal("Something went wrong", page.Heading);
        var reference = page.All("main strong").Single();
        Assert.Matches("^ERR-[2-9A-Z]{4}-[2-9A-Z]{4}$", reference);
        Assert.DoesNotContain("secret", page.Html, StringComparison.Ordinal);
        Assert.Single(log.Lines, line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("the secret inside", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_file_is_explained_in_the_importers_words()
    {
        await using var broken = new BrokenSite(new Kept(), () => new FileRefusedException("This is a photograph, not a table."));
        await broken.InDb(async db =>
        {
            db.Add(new Place { Id = Guid.CreateVersion7(), Code = "E1", Name = "Testing", Slug = "testing", IsDemo = false });
            await db.SaveChangesAsync();
        });
        var page = await broken.Open("/");
        Assert.Equal(422, page.Status);
        Assert.Contains("This is a photograph, not a table.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_of_failure_has_its_status()
    {
        Assert.Equal(503, Failure.StatusOf(new NoPlaceException()));
        Assert.Equal(422, Failure.StatusOf(new FileRefusedException("no")));
        Assert.Equal(413, Failure.StatusOf(new Microsoft.AspNetCore.Http.BadHttpRequestException("too large", 413)));
        Assert.Equal(500, Failure.StatusOf(new InvalidOperationException()));
    }

    private sealed class BrokenSite(Kept log, Func<Exception> failure) : Site
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddScoped<ICounts>(_ => new Broken(failure())).AddLogging(logging => logging.AddProvider(log)));
        }
    }

    private sealed class Broken(Exception failure) : ICounts
    {
        public int Order => 0;

        public Task<IReadOnlyList<Count>> Read(Place place, CancellationToken stop) => throw failure;
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
