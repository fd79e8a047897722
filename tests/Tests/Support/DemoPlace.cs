using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;

namespace Trellis.Tests.Support;

/// <summary>The place that comes with Trellis, loaded once for all tests the way ./start loads it, and copied for those that change it.</summary>
internal static class DemoPlace
{
    private static readonly Lazy<TestDatabase> Loaded = new(() => TestDatabase.Make(Load));

    public static string Folder => Path.Combine(Repository.Root, "data", "trafford");

    public static TestDatabase Create() => TestDatabase.CopyOf(Loaded.Value);

    /// <summary>Brings some of the demo's files into a site, in the order of its list, through the same door as ./start.</summary>
    /// <param name="site">Where they go.</param>
    /// <param name="files">Names of files in data/trafford.</param>
    public static async Task<Place> Load(this Site site, params string[] files)
    {
        var listing = await LoadPlace.Read(Folder, default);
        var few = Scratch.Folder("few");
        try
        {
            foreach (var file in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(few, file))!);
                File.CreateSymbolicLink(Path.Combine(few, file), Path.Combine(Folder, file));
            }

            var wanted = listing with { Sources = [.. listing.Sources.Where(source => files.Contains(source.File))] };
            await File.WriteAllTextAsync(Path.Combine(few, "sources.json"), System.Text.Json.JsonSerializer.Serialize(wanted, System.Text.Json.JsonSerializerOptions.Web));
            return await Load(site.Services, few);
        }
        finally
        {
            Directory.Delete(few, recursive: true);
        }
    }

    private static async Task Load(Database database)
    {
        await Schema.Upgrade(database, App.Site.Modules, TimeProvider.System, default);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "trellis" });
        builder.Configuration["ConnectionStrings:Db"] = database.ConnectionString;
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = App.Site.Build(builder);
        await Load(app.Services, Folder);
    }

    private static async Task<Place> Load(IServiceProvider services, string folder)
    {
        await using var scope = services.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<LoadPlace>().Handle(folder, new(_ => { }, (_, _) => { }, (_, _) => { }), default);
        return loaded.Succeeded ? loaded.Value : throw new InvalidOperationException("The demo place did not load: " + loaded.Problems[0].Message);
    }
}
