using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Events;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Platform;

/// <summary>After a start the mapper takes longest; the pages that people come for first, and a file that comes in, must not wait for it.</summary>
public sealed class WithoutMapperTests(WithoutMapperTests.NoMapper site) : IClassFixture<WithoutMapperTests.NoMapper>
{
    [Theory]
    [InlineData("/", "/groups?kind=Charity")]
    [InlineData("/groups?q=food+bank+near+m33", "<h3><a href=\"/")]
    [InlineData("/about", "/about/data")]
    public async Task A_page_that_is_asked_for_first_does_without_the_mapper(string address, string shown)
    {
        var page = await site.Open(address);
        Assert.Equal(200, page.Status);
        Assert.Contains(shown, page.Html, StringComparison.Ordinal);
    }

    /// <summary>Making it takes longer than most files; and the other parts hear of what came in before the command ends.</summary>
    [Fact]
    public async Task A_file_comes_in_and_is_told_without_the_mapper()
    {
        var path = Path.Combine(Scratch.Folder("without-mapper"), "grants.csv");
        await File.WriteAllLinesAsync(
            path,
            [
                "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name",
                "360G-mapper-1,Seeds,For a garden,GBP,500,2026-03-01,360G-mapper-garden,The Garden Without a Map,360G-mapper,A Fund Without a Map",
            ]);
        await using var scope = site.Services.CreateAsyncScope();
        var place = Assert.Single(await scope.ServiceProvider.GetRequiredService<KnownPlaces>().All(default));
        var account = await scope.ServiceProvider.GetRequiredService<RunImport>().Handle(place, new(path, SourceDetails.OwnFile(path), "360giving", DryRun: false, "test", _ => { }), default);
        Assert.Equal(1, account.Value.Report[Outcome.New]);
        var deliver = scope.ServiceProvider.GetRequiredService<Deliver>();
        Assert.True(await deliver.HasWaiting(default));
        Assert.True(await deliver.Once(default) > 0);
        Assert.False(await deliver.HasWaiting(default));
    }

    [Fact]
    public async Task A_place_that_is_there_is_found_whole_without_the_mapper()
    {
        var done = new List<RunImport.Account?>();
        var loaded = await site.With((LoadPlace load) => load.Handle(DemoPlace.Folder, new(_ => { }, (_, _) => { }, (_, account) => done.Add(account)), default));

        Assert.True(loaded.Succeeded);
        Assert.NotEmpty(done);
        Assert.All(done, Assert.Null);
    }

    [Fact]
    public async Task Here_nobody_can_use_the_mapper() => await Assert.ThrowsAsync<NotSupportedException>(() => site.InDb(db => db.Set<Place>().ToListAsync()));

    /// <summary>The demo place on a site whose mapper cannot be used.</summary>
    public sealed class NoMapper() : Site(DemoPlace.Create)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services
                .AddSingleton<Module>(new Broken())
                .ConfigureDbContext<Db>(options => options.EnableServiceProviderCaching(false))); // or a model that another site has built would be taken
        }
    }

    private sealed class Broken : Module
    {
        public override string Name => "broken";

        public override void BuildModel(ModelBuilder model) => throw new NotSupportedException("No mapper here.");
    }
}
