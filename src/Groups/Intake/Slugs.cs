using System.Data.Common;
using Trellis.Groups.Matching;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Groups.Intake;

/// <summary>Addresses made of names, each given once in a place and table.</summary>
internal sealed class Slugs
{
    private readonly HashSet<ulong> taken = [];
    private readonly Dictionary<string, int> latest = [];

    /// <param name="connection">Open, with the import's transaction.</param>
    /// <param name="placeId">Addresses differ within a place.</param>
    /// <param name="tables">The tables whose slugs may not be given again.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<Slugs> Load(DbConnection connection, Guid placeId, IEnumerable<string> tables, CancellationToken stop)
    {
        var slugs = new Slugs();
        foreach (var table in tables)
        {
            slugs.taken.UnionWith(await connection.Query($"SELECT slug FROM {table} WHERE place_id = @place", row => Fingerprint.Of(row.GetString(0)), stop, ("place", placeId)));
        }

        return slugs;
    }

    /// <summary>The name in small letters and hyphens; with a number after it where another has that address.</summary>
    public string Give(string name)
    {
        var plain = Of(name);
        var slug = plain;
        for (var number = latest.GetValueOrDefault(plain, 1); !taken.Add(Fingerprint.Of(slug)); slug = $"{plain}-{latest[plain]}")
        {
            latest[plain] = ++number;
        }

        return slug;
    }

    /// <summary>One address for one new name, without reading those of the whole place.</summary>
    public static async Task<string> GiveOne(DbConnection connection, Guid placeId, string name, CancellationToken stop)
    {
        var plain = Of(name);
        var slug = plain;
        for (var number = 2; await IsTaken(slug); number++)
        {
            slug = $"{plain}-{number}";
        }

        return slug;

        async Task<bool> IsTaken(string wanted) => await connection.Value<long>(
            "SELECT (SELECT COUNT(*) FROM groups_organisation WHERE place_id = @place AND slug = @slug) + (SELECT COUNT(*) FROM groups_former_slug WHERE place_id = @place AND slug = @slug)",
            stop, ("place", placeId), ("slug", wanted)) > 0;
    }

    private static string Of(string name) => Slug.From(name) is var slug and not "-" ? slug : "group";
}
