using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Trellis.Platform.Documents;
using Trellis.Platform.Web;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Documents;

/// <summary>Whoever reads slowly, or not at all, costs no memory for each file.</summary>
[Collection(nameof(Alone))]
public sealed class SlowReaderTests(Site site) : IClassFixture<Site>
{
    private const int Size = 8_000_000;

    [Fact]
    public async Task Files_on_their_way_to_slow_readers_are_not_held_in_memory()
    {
        var content = RandomNumberGenerator.GetBytes(Size);
        var place = await site.OnePlace();
        var file = await site.InDb(async db =>
        {
            var made = new StoredFile { Id = Guid.CreateVersion7(), PlaceId = place.Id, ScopeId = place.Id, Name = "large.txt", Kind = DocumentKind.Text, Bytes = Size, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)), StoredAt = site.Clock.GetUtcNow() };
            db.AddRange(made, new FileContent { FileId = made.Id, Content = content });
            await db.SaveChangesAsync();
            return made;
        });
        await Read(await site.InDb(db => FileAnswer.Of(db, file, default)), content); // what is kept for the next time does not count
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var answers = new List<FileAnswer>();
        for (var reader = 0; reader < 8; reader++)
        {
            answers.Add(await site.InDb(db => FileAnswer.Of(db, file, default)));
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Size * 4);
        foreach (var answer in answers)
        {
            await Read(answer, content);
        }
    }

    [Fact]
    public void Whoever_takes_no_more_than_a_trickle_is_cut_off()
    {
        var server = new KestrelServerOptions();
        Limits.Set(server);
        Assert.InRange(server.Limits.MinResponseDataRate!.BytesPerSecond, 1_000, 10_000);
    }

    private static async Task Read(FileAnswer answer, byte[] content)
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await answer.ExecuteResultAsync(new ActionContext { HttpContext = context });
        Assert.Equal(Size, context.Response.ContentLength);
        Assert.True(content.AsSpan().SequenceEqual(((MemoryStream)context.Response.Body).ToArray()));
    }
}
