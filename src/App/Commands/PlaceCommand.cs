using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.App.Commands;

/// <summary>Says which place this is and what it was filled from; or sets up an empty one.</summary>
internal static class PlaceCommand
{
    private static readonly Option<string?> New = new("--new") { Description = "Set up an empty place under this name" };
    private static readonly Option<string?> Code = new("--code") { Description = "Its code from the Office for National Statistics, as in E08000009" };

    public static Command Make()
    {
        var command = new Command("place", "Say which place this is and what is in it") { New, Code };
        command.SetAction((said, stop) => Installation.Work(
            said.GetValue(Cli.Data)!,
            services => said.GetValue(New) is { } name ? SetUp(services, name, said.GetValue(Code), stop) : Show(services, stop),
            stop));
        return command;
    }

    private static async Task<int> SetUp(IServiceProvider services, string name, string? code, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return await Cli.Refuse("Say the place's code with --code, as in --code E08000009.");
        }

        var db = services.GetRequiredService<Db>();
        if (await db.Places().AnyAsync(stop))
        {
            return await Cli.Refuse("There is a place here already. Use another folder with --data for a second one.");
        }

        var slug = string.Join('-', name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        db.Add(new Place { Id = Guid.CreateVersion7(services.GetRequiredService<TimeProvider>().GetUtcNow()), Code = code, Name = name, Slug = slug, IsDemo = false });
        await db.SaveChangesAsync(stop);
        Console.WriteLine($"{name} is set up. Bring in your files with ./trellis import FILE");
        return (int)Exit.Done;
    }

    private static async Task<int> Show(IServiceProvider services, CancellationToken stop)
    {
        var place = await services.GetRequiredService<Here>().RequirePlace(stop);
        var sources = await services.GetRequiredService<Db>().Sources(place.Id).AsNoTracking().OrderBy(source => source.Key).ToListAsync(stop);
        Console.WriteLine($"{place.Name} ({place.Code}), filled from {sources.Count:N0} sources:");
        foreach (var source in sources)
        {
            Console.WriteLine($"  {source.Key,-24} {source.Title}, {source.Publisher}, {source.AsOf?.ToString("d MMMM yyyy") ?? "no date"}, {source.Licence}");
        }

        return (int)Exit.Done;
    }
}
