using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Platform;

/// <summary>After a start the mapper takes longest; the pages that people come for first must not wait for it.</summary>
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

    [Fact]
    public async Task Here_nobody_can_use_the_mapper() => await Assert.ThrowsAsync<NotSupportedException>(() => site.InDb(db => db.Set<Trellis.Platform.Places.Place>().ToListAsync()));

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
