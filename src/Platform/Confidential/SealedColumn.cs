using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Confidential;

/// <summary>A column whose texts are confidential. Its name begins with sealed_, and its table's key is a uuid named id.</summary>
/// <param name="Kind">The noun of its record in the history.</param>
public sealed record SealedColumn(string Table, string Column, string Kind);

public static class SealedColumns
{
    /// <summary>Adds a part's confidential columns, so that keys can be changed and altered texts be found.</summary>
    public static void AddSealedColumns(this IServiceCollection services, params IReadOnlyList<SealedColumn> columns)
    {
        foreach (var column in columns)
        {
            services.AddSingleton(column);
        }
    }
}
