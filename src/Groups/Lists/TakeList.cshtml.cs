using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Find;
using Trellis.Groups.Tags;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Lists;

/// <summary>The groups of a list as a file, with the tags of the staff.</summary>
[Requires(GroupRules.KeepLists)]
internal sealed class TakeListModel(Here here, ReadLists read, ReadTags tags, Gazetteers gazetteers, Database database, PublicAddress address) : PageModel
{
    public async Task<IActionResult> OnGet(Guid list, string ending, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.One(place.Id, list, stop) is not { } found)
        {
            return NotFound();
        }

        var rows = await read.Members(found, stop);
        var (everybodys, ours, gazetteer) = (await tags.Put(place.Id, true, stop), await tags.Put(place.Id, false, stop), await gazetteers.Of(place.Id, stop));
        List<Column<FoundRow>> columns =
        [
            new("name", row => row.Name),
            new("what it does", row => row.Line),
            new("address", row => row.Address),
            new("postcode", row => row.Postcode),
            new("ward", row => gazetteer.Find(AreaKind.Ward, row.WardCode)?.Name),
            new("website", row => row.Website),
            new("tags", row => Join(everybodys, row)),
            new("tags of the staff", row => Join(ours, row)),
            new("page", row => address.Link(Request, row.Url)),
        ];
        return new Download<FoundRow>(Slug.From(found.Name), columns, rows.ToAsyncEnumerable(), await Attribution(place.Id, rows, stop)) { Ending = ending };
    }

    /// <summary>The sentences of those who say something of these groups. It is the staff's own list, so that no row is left out for its licence.</summary>
    private async Task<IReadOnlyList<string>> Attribution(Guid placeId, IReadOnlyList<FoundRow> rows, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var whoSays = new WhoSays(connection, placeId);
        var speaking = (await whoSays.Of(rows, stop)).SelectMany(said => said).ToHashSet();
        return [.. (await whoSays.All(stop)).Where(sayer => speaking.Contains(sayer.Id)).Select(sayer => sayer.Attribution).Distinct()];
    }

    private static string? Join(IReadOnlyDictionary<Guid, IReadOnlyList<string>> put, FoundRow row) => put.TryGetValue(row.Id, out var names) ? string.Join("; ", names) : null;
}
