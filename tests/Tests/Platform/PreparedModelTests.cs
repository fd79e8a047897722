using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Platform;

public sealed class PreparedModelTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_site_uses_the_model_that_was_built_while_it_was_put_together() =>
        Assert.Same(await Db.Prepare(site.Services.GetRequiredService<Database>(), App.Site.Modules), await site.InDb(db => Task.FromResult(db.Model)));

    [Fact]
    public async Task The_pool_may_then_have_as_many_threads_as_before()
    {
        var before = Limits();
        await Db.Prepare(site.Services.GetRequiredService<Database>(), App.Site.Modules);
        Assert.Equal(before, Limits());
    }

    private static (int Least, int LeastPorts, int Most, int MostPorts) Limits()
    {
        ThreadPool.GetMinThreads(out var least, out var leastPorts);
        ThreadPool.GetMaxThreads(out var most, out var mostPorts);
        return (least, leastPorts, most, mostPorts);
    }
}
