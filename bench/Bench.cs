using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.App;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Bench;

/// <summary>What the measurements share: a folder of their own, the repository, a site on a database.</summary>
internal static class Bench
{
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "trellis-bench")).FullName;

    public static string Root { get; } = FindRoot();

    public static async Task<WebApplication> Site(string database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "trellis" });
        builder.Configuration["ConnectionStrings:Db"] = $"Data Source={database}";
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = App.Site.Build(builder);
        await Schema.Upgrade(app.Services.GetRequiredService<Database>(), App.Site.Modules, TimeProvider.System, default);
        return app;
    }

    /// <summary>An empty database file.</summary>
    public static string Fresh(string name)
    {
        foreach (var old in Directory.GetFiles(Folder, name + ".db*"))
        {
            File.Delete(old);
        }

        return Path.Combine(Folder, name + ".db");
    }

    public static async Task<Place> Place(IServiceProvider services)
    {
        var db = services.GetRequiredService<Db>();
        var place = db.Places().SingleOrDefault();
        if (place is null)
        {
            place = new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Generated", Slug = "generated", IsDemo = true };
            db.Add(place);
            await db.SaveChangesAsync();
        }

        return place;
    }

    public static TimeSpan Percentile(IReadOnlyList<TimeSpan> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Trellis.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run this from a working copy of the repository.");
        }

        return folder.FullName;
    }
}
