using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Documents;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Groups.Editing;

/// <summary>Shows a group's lead who of the staff read what is not public of it.</summary>
[Requires(GroupRules.SeeWhoLooked)]
internal sealed class LookedModel(Here here, Db db, FindGroup find) : PageModel
{
    private const int Most = 200;

    public Organisation Group { get; private set; } = null!;

    public IReadOnlyList<(DateTimeOffset At, string? Who, IReadOnlyList<string> Fields)> Looks { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return NotFound();
        }

        Group = group;
        var rows = await (
            from entry in db.Set<AuditEntry>().AsNoTracking()
            where entry.RecordId == Group.Id && entry.RecordKind == nameof(Organisation) && entry.Act.EndsWith(" " + nameof(DeedKind.Read))
            join person in db.Set<Person>().AsNoTracking() on entry.ActorId equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby entry.Sequence descending
            select new { entry.At, entry.Fields, person }).Take(Most).ToListAsync(stop);
        Looks = [.. rows.Select(row => (row.At, row.person?.ShownName, (IReadOnlyList<string>)[.. row.Fields.Split(',').Select(Words)]))];
        return Page();
    }

    /// <summary>What a name in the history is called on pages: a field, or one of the group's documents.</summary>
    private static string Words(string name) =>
        name.StartsWith(ReadDocument.Prefix, StringComparison.Ordinal) && Enum.TryParse<DocumentSort>(name[ReadDocument.Prefix.Length..], out var sort)
            ? DocumentWords.Of(sort)
            : FieldWords.Of(Enum.TryParse<Field>(name, out var field) ? field : Field.Name);
}
