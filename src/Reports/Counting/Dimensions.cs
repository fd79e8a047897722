using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Reports.Counting;

/// <summary>What is known of a group by which figures are told apart; what is not known is left out.</summary>
internal sealed record GroupTraits(string Name, string Slug, IReadOnlyDictionary<string, string> Of);

/// <summary>By what figures can be told apart.</summary>
internal static class Dimensions
{
    public const string Ward = "ward";
    public const string Size = "size";
    public const string Cause = "cause";
    public const string Deprivation = "deprivation";

    /// <summary>What stands where a record or a group does not say.</summary>
    public const string NotKnown = "Not known";

    public static readonly string[] OfGroups = [Ward, Size, Cause, Deprivation];

    public static string Title(string dimension) => dimension switch
    {
        Ward => "Ward",
        Size => "Yearly income",
        Cause => "Main cause",
        Deprivation => "Deprivation of the area",
        _ => char.ToUpperInvariant(dimension[0]) + dimension[1..].Replace('-', ' '),
    };

    /// <summary>The fifth of the country's small areas that a tenth is part of, in words.</summary>
    public static string Fifth(long tenth) => ((tenth + 1) / 2) switch
    {
        1 => "1: most deprived fifth",
        5 => "5: least deprived fifth",
        var fifth => $"{fifth}: of five",
    };

    /// <summary>The traits of every organisation of the place, so that records of those that are gone are told apart, too.</summary>
    public static async Task<IReadOnlyDictionary<Guid, GroupTraits>> Read(Db db, Place place, Gazetteers gazetteers, CancellationToken stop)
    {
        var gazetteer = await gazetteers.Of(place.Id, stop);
        var tenths = (await db.AreaFigures(place.Id).Where(figure => figure.Measure == Figures.DeprivationTenth).OrderBy(figure => figure.Period)
            .Select(figure => new { figure.AreaCode, figure.Value }).ToListAsync(stop)).GroupBy(row => row.AreaCode).ToDictionary(of => of.Key, of => of.Last().Value);
        var groups = await db.AllOrganisations(place.Id).AsNoTracking().Select(one => new { one.Id, one.Name, one.Slug, one.WardCode, one.LsoaCode, one.Cause, one.SizeBand }).ToListAsync(stop);
        return groups.ToDictionary(one => one.Id, one =>
        {
            var traits = new Dictionary<string, string>();
            Add(Ward, gazetteer.Find(AreaKind.Ward, one.WardCode)?.Name);
            Add(Size, one.SizeBand == SizeBand.Unknown ? null : GroupWords.Of(one.SizeBand));
            Add(Cause, one.Cause is null ? null : CauseTitles.LargeGroup(one.Cause));
            Add(Deprivation, one.LsoaCode is { } lsoa && tenths.TryGetValue(lsoa, out var tenth) ? Fifth(tenth) : null);
            return new GroupTraits(one.Name, one.Slug, traits);

            void Add(string dimension, string? value)
            {
                if (value is not null)
                {
                    traits[dimension] = value;
                }
            }
        });
    }
}
