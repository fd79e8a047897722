using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.App.Commands;

/// <summary>Says which places there are, under which host names, and what they were filled from; or sets up an empty one.</summary>
internal static class PlaceCommand
{
    private const string NoHost = "Give a host name of its own with --host, as in --host sale.example.org. Only one place can do without, and no two have the same.";

    private static readonly Option<string?> New = new("--new") { Description = "Set up an empty place under this name" };
    private static readonly Option<string?> Code = new("--code") { Description = "Its code from the Office for National Statistics, as in E08000009" };
    private static readonly Option<string?> Host = new("--host") { Description = "The host name under which it is found, where there are several places, as in sale.example.org; - for none" };

    private static readonly Option<bool> EndDemo = new("--end-demo") { Description = "Take the demo place into use: its made-up people and their pages are there no longer" };

    public static Command Make()
    {
        var command = new Command("place", "Say which places there are and what is in them") { New, Code, Host, EndDemo };
        command.SetAction((said, stop) => Installation.Work(
            said.GetValue(Cli.Data)!,
            services => (said.GetValue(New), said.GetValue(Host)) switch
            {
                _ when said.GetValue(EndDemo) => End(services, said.GetValue(Code), stop),
                ({ } name, var host) => SetUp(services, name, said.GetValue(Code), host, stop),
                (null, { } host) => SetHost(services, said.GetValue(Code), host, stop),
                _ => Show(services, stop),
            },
            stop));
        return command;
    }

    private static async Task<int> SetUp(IServiceProvider services, string name, string? code, string? host, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return await Cli.Refuse("Say the place's code with --code, as in --code E08000009.");
        }

        var db = services.GetRequiredService<Db>();
        var places = await db.Places().ToListAsync(stop);
        if (places.Any(place => place.Code == code))
        {
            return await Cli.Refuse($"There is a place with the code {code} here already.");
        }

        if (Tidy(host, places) is not { } own)
        {
            return await Cli.Refuse(places.Count > 0 ? "There is a place here already. " + NoHost : NoHost);
        }

        var slug = Slug.From(name) is var plain and not "-" ? plain : Slug.From(code);
        if (places.FirstOrDefault(place => place.Slug == slug) is { } twin)
        {
            return await Cli.Refuse($"There is a place called {twin.Name} here already. Give this one another name.");
        }

        db.Add(new Place { Id = Guid.CreateVersion7(services.GetRequiredService<TimeProvider>().GetUtcNow()), Code = code, Name = name, Slug = slug, IsDemo = false, Host = own.Length == 0 ? null : own });
        await db.SaveChangesAsync(stop);
        Console.WriteLine($"{name} is set up. Bring in your files with ./trellis import FILE{(places.Count > 0 ? " --in " + code : "")}");
        return (int)Exit.Done;
    }

    private static async Task<int> SetHost(IServiceProvider services, string? code, string host, CancellationToken stop)
    {
        var db = services.GetRequiredService<Db>();
        var places = await db.Places().OrderBy(place => place.Id).ToListAsync(stop);
        if (places.FirstOrDefault(place => code is null || place.Code == code) is not { } chosen)
        {
            return await Cli.Refuse("There is no place with that code. ./trellis place says which there are.");
        }

        if (Tidy(host, places.Where(place => place != chosen)) is not { } own)
        {
            return await Cli.Refuse(NoHost);
        }

        chosen.Host = own.Length == 0 ? null : own;
        await db.SaveChangesAsync(stop);
        Console.WriteLine(own.Length == 0 ? $"{chosen.Name} has no host name of its own." : $"{chosen.Name} is found under {own}.");
        return (int)Exit.Done;
    }

    private static async Task<int> End(IServiceProvider services, string? code, CancellationToken stop)
    {
        var ended = await services.GetRequiredService<Platform.Access.EndDemo>().Handle(code, stop);
        if (!ended.Succeeded)
        {
            return await Cli.Refuse(ended.Problems[0].Message);
        }

        Console.WriteLine($"{ended.Value} is no demo any longer. Its made-up people sign in no more; what is in it stays.");
        return (int)Exit.Done;
    }

    /// <summary>The name in small letters; empty for none; null where it is no host name, taken, or missing for a further place.</summary>
    private static string? Tidy(string? host, IEnumerable<Place> others)
    {
        var name = host is null or "-" ? "" : host.Trim().ToLowerInvariant();
        return name.Length == 0
            ? others.All(place => place.Host is not null) ? name : null
            : Uri.CheckHostName(name) == UriHostNameType.Dns && others.All(place => place.Host != name) ? name : null;
    }

    private static async Task<int> Show(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<Here>().RequirePlace(stop);
        foreach (var place in await services.GetRequiredService<KnownPlaces>().All(stop))
        {
            await Show(services.GetRequiredService<Db>(), place, stop);
        }

        return (int)Exit.Done;
    }

    private static async Task Show(Db db, Place place, CancellationToken stop)
    {
        var sources = await db.Sources(place.Id).AsNoTracking().OrderBy(source => source.Key).ToListAsync(stop);
        Console.WriteLine($"{place.Name} ({place.Code}){(place.Host is { } host ? ", under " + host : "")}, filled from {sources.Count:N0} sources:");
        foreach (var source in sources)
        {
            Console.WriteLine($"  {source.Key,-24} {source.Title}, {source.Publisher}, {source.AsOf?.ToString("d MMMM yyyy") ?? "no date"}, {source.Licence}");
        }
    }
}
