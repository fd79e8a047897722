using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Platform.Privacy;

/// <summary>Gathers everything kept of a person, for reading and for machines: the answer to an access request, in one file.</summary>
public sealed class TakeAllAboutPerson(Db db, Database database, Register register, TimeProvider clock)
{
    private const string Account = "platform_person";
    private const string Apart = "Never in a file like this, whether there is anything or not. Whoever wants to know asks the place, which answers by hand.";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>A ZIP with everything.json, everything.html and the documents they added; null where there is no such person. To be disposed by the caller.</summary>
    /// <param name="place">Only what belongs to this place, beside the account itself; all where null.</param>
    /// <param name="readFirst">Whether somebody of the staff reads it before the person gets it: else what may name others is kept back.</param>
    public async Task<Stream?> Handle(Guid personId, bool readFirst, CancellationToken stop, Guid? place = null)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == personId, stop) is not { } person)
        {
            return null;
        }

        await using var connection = await database.Open(stop);
        var parts = new List<Part>();
        foreach (var table in register.Personal.Where(table => place is null || table.IsOfPlace || table.Table == Account))
        {
            var rows = table.IsConfidential ? [] : await PersonsRows.Read(connection, table, person.Id, person.Email, stop, table.Table == Account ? null : place);
            parts.Add(new(table.What, table.Purpose, table.Basis.ToString(), table.Audience, table.Source, table.Kept.Words, table.Fields, readFirst ? rows : KeepBack(rows, table), table.IsConfidential ? Apart : null) { MayNameOthers = table.MayNameOthers });
        }

        var file = TemporaryFile.Make();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await Write(zip, "everything.json", JsonSerializer.Serialize(new { MadeAt = clock.GetUtcNow(), Person = person.Id, Parts = parts }, Indented), stop);
            await Write(zip, "everything.html", Page(parts), stop);
            await Documents(zip, person.Id, place, stop);
        }

        file.Position = 0;
        return file;
    }

    /// <summary>What they gave themselves, as it is kept.</summary>
    private async Task Documents(ZipArchive zip, Guid person, Guid? place, CancellationToken stop)
    {
        var number = 0;
        foreach (var document in await db.Set<StoredFile>().AsNoTracking().Where(one => one.StoredBy == person && (place == null || one.PlaceId == place)).OrderBy(one => one.Id).ToListAsync(stop))
        {
            var content = await db.Set<FileContent>().AsNoTracking().Where(one => one.FileId == document.Id).Select(one => one.Content).SingleAsync(stop);
            await Write(zip, $"documents/{++number} {document.Name}", content, stop);
        }
    }

    private sealed record Part(
        string What, string Purpose, string Basis, string Audience, string Source, string Kept, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<IReadOnlyDictionary<string, string?>> Rows, string? Note)
    {
        /// <summary>Fields that somebody must read, and black out what is others', before they are handed on.</summary>
        public IReadOnlyList<string> MayNameOthers { get; init; } = [];
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string?>> KeepBack(IReadOnlyList<IReadOnlyDictionary<string, string?>> rows, PersonalTable table) => table.MayNameOthers.Count == 0 ? rows :
    [
        .. rows.Select(row => row.ToDictionary(cell => cell.Key, cell => table.MayNameOthers.Contains(cell.Key) && cell.Value is not null ? "Kept back, since it may name other people. Ask the administrators of the place: somebody reads it and gives you what is yours." : cell.Value)),
    ];

    private static Task Write(ZipArchive zip, string name, string text, CancellationToken stop) => Write(zip, name, Encoding.UTF8.GetBytes(text), stop);

    private static async Task Write(ZipArchive zip, string name, byte[] content, CancellationToken stop)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(stop);
        await entry.WriteAsync(content, stop);
    }

    private static string Page(IEnumerable<Part> parts)
    {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>Everything kept about you</title><h1>Everything kept about you</h1>");
        foreach (var part in parts)
        {
            page.Append($"<h2>{Safe(part.What)}</h2><p>Kept {Safe(part.Purpose)}. Seen by: {Safe(part.Audience)}. From: {Safe(part.Source)}. Kept {Safe(part.Kept)}.</p>");
            if (part.Rows.Count == 0)
            {
                page.Append($"<p>{Safe(part.Note ?? "Nothing.")}</p>");
                continue;
            }

            if (part.MayNameOthers.Count > 0)
            {
                page.Append($"<p><strong>May name other people: {Safe(string.Join(", ", part.MayNameOthers.Select(field => part.Fields.GetValueOrDefault(field, field))))}. To be read, and what is others' blacked out, before it is handed on.</strong></p>");
            }

            page.Append("<table border=\"1\"><tr>").AppendJoin("", part.Rows[0].Keys.Select(column => $"<th>{Safe(part.Fields.GetValueOrDefault(column, column))}</th>")).Append("</tr>");
            foreach (var row in part.Rows)
            {
                page.Append("<tr>").AppendJoin("", row.Values.Select(value => $"<td>{Safe(value ?? "")}</td>")).Append("</tr>");
            }

            page.Append("</table>");
        }

        return page.ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
