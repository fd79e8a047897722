using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Editing;

/// <summary>A place with a group in it, from a list, as most groups come.</summary>
internal static class SmallPlace
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>The site's place, made when it is first asked for.</summary>
    public static async Task<Place> OnePlace(this Site site)
    {
        await OneAtATime.WaitAsync();
        try
        {
            return await site.InDb(db => db.Places().OrderBy(one => one.Id).FirstOrDefaultAsync()) ?? await site.MakePlace();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    public static async Task<Organisation> OneGroup(this Site site, Place place, string? name = null, string email = "hello@spokes.example.org")
    {
        var key = Guid.CreateVersion7().ToString("n");
        name ??= "Spokes " + key[^12..];
        await site.Import(place, "group-list", $"name,website,email,telephone,postcode,purpose\n{name},https://spokes.example.org/{key},{email},,M33 1AA,Bicycles for everyone\n", key, new(2024, 5, 1));
        return await site.Named(name);
    }

    public static async Task<Organisation> Named(this Site site, string name) => (await site.All<Organisation>()).Single(one => one.Name == name);
}
