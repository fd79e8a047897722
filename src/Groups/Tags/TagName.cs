using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Editing;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Tags;

/// <summary>The name of a tag as an administrator types it: short, on one line, and no other's.</summary>
internal static class TagName
{
    private const int Longest = 60;

    /// <param name="db">Where the others are.</param>
    /// <param name="placeId">Whose vocabulary.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="own">The tag that may have the name already: itself.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<Result<string>> Read(Db db, Guid placeId, string? typed, Guid? own, CancellationToken stop)
    {
        var name = string.Join(' ', (FreeText.Tidy(typed) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > Longest)
        {
            return new Problem("Called", $"Enter a name of at most {Longest} letters.");
        }

        var others = await db.Set<PlaceTag>().Where(tag => tag.PlaceId == placeId && tag.Id != own).Select(tag => new { tag.Name, tag.RetiredAt }).ToListAsync(stop);
        return others.Find(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } same ? name
            : same.RetiredAt is null ? new Problem("Called", $"There is a tag {same.Name} already. To make the two one, merge them.")
            : new Problem("Called", $"There was a tag {same.Name}, which is retired. Bring it back below.");
    }
}
