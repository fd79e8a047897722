using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Confidential;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Confidential;

/// <summary>However many open the compartment at once, in however many processes, there is one key, and it is in the file.</summary>
public sealed class FirstKeyTests(SealedSite site) : IClassFixture<SealedSite>
{
    [Fact]
    public async Task The_first_key_is_made_once()
    {
        await using var other = site.WithWebHostBuilder(_ => { }); // with turns of its own, as another process has
        var rings = new[] { site.Services.GetRequiredService<KeyRing>(), other.Services.GetRequiredService<KeyRing>() };
        for (var round = 0; round < 20; round++)
        {
            await Forget();
            var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => rings[number % 2].Ensure(default))));
            Assert.All(made, one => Assert.True(one.Succeeded));
            var key = Assert.Single(made.Select(one => one.Value.Id).Distinct());
            Assert.Equal([key], (await site.Services.GetRequiredService<KeyFile>().Read(default)).Select(one => one.Id));
        }
    }

    [Fact]
    public async Task Keys_that_are_added_at_once_are_all_kept()
    {
        await Forget();
        var file = site.Services.GetRequiredService<KeyFile>();
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => file.Add(default))));
        Assert.Equal(added.Select(key => key.Id).Order(), (await file.Read(default)).Select(key => key.Id).Order());
    }

    private async Task Forget()
    {
        await using var connection = await site.Services.GetRequiredService<Database>().Open(default);
        await connection.Execute("DELETE FROM platform_confidential_key", default);
        File.Delete(site.KeyPath);
    }
}
