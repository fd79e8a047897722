using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Documents;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Documents;
using Trellis.Tests.Documents;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Documents;

/// <summary>What a lead does with the group's documents, by the pages.</summary>
internal static class Passport
{
    public const string OwnPeople = "The group’s own peopleIts leads and members, and nobody else";
    public const string StaffToo = "The staff of the place tooYou can see who of them read it";
    public const string Everyone = "EverybodyIt is offered on the group’s public page";

    /// <summary>Adds a document; fails where that is refused.</summary>
    public static async Task<GroupDocument> Add(this Site site, Visitor lead, Organisation group, string sort, string readers, byte[]? content = null, string name = "paper.pdf", string expires = "")
    {
        var before = await site.InDb(db => db.DocumentsOf(group.Id).Select(one => one.Id).ToListAsync());
        var added = await lead.TryAdd(group, sort, readers, content ?? GoodFiles.Pdf, name, expires);
        Assert.True(added.Status == 302, $"{added.Status}: {string.Join(' ', added.Problems)} {added.Text}");
        return await site.InDb(db => db.DocumentsOf(group.Id).SingleAsync(one => !before.Contains(one.Id)));
    }

    public static async Task<PageSeen> TryAdd(this Visitor lead, Organisation group, string sort, string readers, byte[] content, string name = "paper.pdf", string expires = "") =>
        await lead.Send(await lead.Open($"/groups/{group.Slug}/add-document"), ("The file", name, content), ("What is it?", sort), ("Valid until", expires), (readers, "x"));

    /// <summary>Adds one without the pages, for what only needs there to be one.</summary>
    public static async Task<GroupDocument> Put(this Site site, Organisation group, DocumentSort sort, Readers readers, byte[]? content = null, DateOnly? expires = null)
    {
        var made = await site.With<AddDocument, Result<Guid>>(add => add.Handle(
            group, new() { Sort = sort.ToString(), Readers = readers.ToString(), ExpiresOn = expires?.ToString("yyyy-MM-dd"), Title = sort == DocumentSort.Other ? "A letter" : null },
            new("paper.pdf", new MemoryStream(content ?? GoodFiles.Pdf)), Guid.CreateVersion7(), default));
        Assert.True(made.Succeeded, made.Succeeded ? "" : made.Problems[0].Message);
        return await site.InDb(db => db.Set<GroupDocument>().SingleAsync(one => one.Id == made.Value));
    }

    public static Task<int> Files(this Site site) => site.InDb(db => db.Set<StoredFile>().CountAsync());

    public static Task<int> Contents(this Site site) => site.InDb(db => db.Set<FileContent>().CountAsync());
}
