using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Web;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task A_site_with_its_tables_is_alive_and_ready()
    {
        await using var site = new Site();
        Assert.Equal(200, (await site.Open("/health/live")).Status);
        Assert.Equal((200, "{}"), await Ready(site));
    }

    [Fact]
    public async Task A_database_without_its_tables_is_not_ready_but_alive()
    {
        await using var site = new Site();
        await site.With<Database, int>(async database =>
        {
            await using var connection = await database.Open(default);
            return await connection.Execute("DELETE FROM platform_schema", default);
        });
        Assert.Equal(503, (await Ready(site)).Status);
        Assert.Contains("not applied", (await Ready(site)).Missing, StringComparison.Ordinal);
        Assert.Equal(200, (await site.Open("/health/live")).Status);
    }

    [Fact]
    public async Task Whatever_is_still_missing_is_named_without_secrets()
    {
        await using var site = new SiteWith(new Broken("index", () => Task.FromResult<string?>("still being built")), new Broken("mail", () => throw new InvalidOperationException("password")));
        Assert.Equal((503, """{"index":"still being built","mail":"cannot be reached"}"""), await Ready(site));
    }

    /// <summary>What is missing, once the search has had its first look, which it takes as soon as the site is up.</summary>
    private static async Task<(int Status, string Missing)> Ready(Site site)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await site.CreateClient().GetAsync(new Uri("/health/ready", UriKind.Relative));
            var missing = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("missing");
            if (!missing.TryGetProperty("search", out _) || tries == 100)
            {
                return ((int)answer.StatusCode, missing.GetRawText());
            }

            await Task.Delay(100);
        }
    }

    private sealed class Broken(string name, Func<Task<string?>> missing) : IReady
    {
        public string Name => name;

        public Task<string?> Missing(CancellationToken stop) => missing();
    }

    private sealed class SiteWith(params IReady[] needed) : Site
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => needed.ToList().ForEach(one => services.AddSingleton(one)));
        }
    }
}
