using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Groups.Lists;

/// <summary>When an answer of the search gets another name, the searches that are kept under a name ask for that one.</summary>
internal static class KeepListsTrue
{
    /// <summary>To be saved with the renaming.</summary>
    public static async Task Handle(Db db, Guid placeId, (string Facet, string Value) before, (string Facet, string Value) after, CancellationToken stop)
    {
        if (before == after)
        {
            return;
        }

        foreach (var list in await db.Set<KeptList>().Where(list => list.PlaceId == placeId && list.Question != null).ToListAsync(stop))
        {
            list.Question = Renamed(list.Question!, before, after);
        }
    }

    internal static string Renamed(string question, (string Facet, string Value) before, (string Facet, string Value) after)
    {
        var pairs = QueryHelpers.ParseQuery(question).SelectMany(pair => pair.Value.Select(value => (pair.Key, Value: value ?? ""))).ToList();
        return !pairs.Contains(before) ? question
            : string.Join('&', pairs.Select(pair => pair == before ? after : pair).Distinct().Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}"));
    }
}
