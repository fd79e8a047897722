using System.Data.Common;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Intake;

/// <summary>The place's sources as tellers of facts, with the weight of each.</summary>
internal static class Tellers
{
    /// <summary>The format of what a group says itself.</summary>
    public const string ByGroup = "confirmed-by-group";

    /// <summary>The format of what a worker of the place enters.</summary>
    public const string ByWorker = "entered-by-worker";

    public static async Task<Dictionary<Guid, Teller>> Load(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var rows = await connection.Query(
            "SELECT id, key, title, as_of, format, fetched_at FROM platform_source WHERE place_id = @place",
            row => new Teller(row.GetGuid(0), row.GetString(1), row.GetString(2), row.Date(3), Weight(row.GetString(4))) { FetchedOn = PlaceTime.Day(row.Instant(5)) }, stop, ("place", placeId));
        return rows.ToDictionary(teller => teller.SourceId);
    }

    public static Teller For(Source source) => new(source.Id, source.Key, source.Title, source.AsOf, Weight(source.Format)) { FetchedOn = PlaceTime.Day(source.FetchedAt) };

    /// <summary>The weight of one of its records, by what became of it.</summary>
    public static Teller Weighed(Teller teller, DateOnly? goneOn, bool isWithdrawn) =>
        isWithdrawn ? teller with { Authority = Authority.Withdrawn } : goneOn is not null ? teller with { Authority = Authority.Gone, GoneOn = goneOn } : teller;

    public static Authority Weight(string format) => format switch
    {
        ByGroup => Authority.Group,
        ByWorker => Authority.Worker,
        CharityRegister.Word or CharityOtherNames.Word or Casc.Word => Authority.Register,
        _ => Authority.List,
    };
}
