using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Documents;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Tests.Groups.Documents;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Documents;

/// <summary>A file and the record that uses it are kept together or not at all; nobody keeps more than may be; verify and backup know of them.</summary>
public sealed class KeepFilesTests : IAsyncLifetime
{
    private readonly Site site = new SmallSite();
    private Organisation group = null!;

    [Fact]
    public async Task A_group_keeps_no_more_files_than_may_be_even_at_once()
    {
        for (var number = 0; number < DocumentLimits.Number - 3; number++)
        {
            await site.Put(group, DocumentSort.Accounts, Readers.Own);
        }

        var lead = await site.SignInAs(Role.Lead, group.Id, group.PlaceId);
        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => lead.Open($"/groups/{group.Slug}/add-document")));
        var sent = await Task.WhenAll(pages.Select(page => lead.Send(page, ("The file", "a.pdf", GoodFiles.Pdf), ("What is it?", "Accounts"))));
        Assert.Equal(3, sent.Count(page => page.Status == 302));
        Assert.All(sent.Where(page => page.Status != 302), page => Assert.Contains("30 documents here already", page.Problems.Single(), StringComparison.Ordinal));
        Assert.Equal((DocumentLimits.Number, DocumentLimits.Number), (await site.Files(), await site.Contents()));
    }

    [Fact]
    public async Task A_group_and_a_place_have_a_most_together()
    {
        var lead = await site.SignInAs(Role.Lead, group.Id, group.PlaceId);
        var next = await site.OneGroup(await site.OnePlace());
        var document = await site.Put(next, DocumentSort.Accounts, Readers.Own);
        await Weigh(document.FileId, SmallSite.Place - 1_000); // of the place 1,000 bytes are left
        Assert.Contains("of the place together", (await lead.TryAdd(group, "Accounts", Passport.OwnPeople, Heavy(2_000))).Problems.Single(), StringComparison.Ordinal);
        Assert.Equal(302, (await lead.TryAdd(group, "Accounts", Passport.OwnPeople, Heavy(900))).Status);
        await Weigh(document.FileId, 0);
        var own = await site.InDb(db => db.DocumentsOf(group.Id).SingleAsync());
        await Weigh(own.FileId, DocumentLimits.Group - 1_000);
        Assert.Contains("larger than 100 MB", (await lead.TryAdd(group, "Accounts", Passport.OwnPeople, Heavy(2_000))).Problems.Single(), StringComparison.Ordinal);
        var page = await lead.Open($"/groups/{group.Slug}/change-document/{own.Id}");
        Assert.Equal(302, (await lead.Send(page, ("Another file in its place", "a.txt", Heavy(5_000)))).Status); // what goes at the same time does not count
    }

    [Fact]
    public async Task A_request_that_is_far_too_large_is_refused_before_it_is_read()
    {
        var lead = await site.SignInAs(Role.Lead, group.Id, group.PlaceId);
        var read = 0L;
        using var body = new Counting(DocumentLimits.Body + 1, bytes => read += bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/groups/{group.Slug}/add-document", UriKind.Relative)) { Content = new StreamContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        request.Content.Headers.ContentLength = DocumentLimits.Body + 1;
        var answer = await lead.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.True(read < 5_000_000, read.ToString());
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=other")]
    public async Task A_broken_form_is_refused(string type)
    {
        var lead = await site.SignInAs(Role.Lead, group.Id, group.PlaceId);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/groups/{group.Slug}/add-document", UriKind.Relative)) { Content = new ByteArrayContent(GoodFiles.Text("--x\r\nContent-Disposition: nonsense\r\n\r\n")) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.BadRequest, (await lead.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_is_refused_or_broken_off()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<KeepFiles>();
        var file = new GoodFile("a.pdf", DocumentKind.Pdf, GoodFiles.Pdf);
        await Assert.ThrowsAsync<InvalidOperationException>(() => files.Do<bool>(
            async () =>
            {
                await files.Add(file, group.PlaceId, group.Id, Guid.Empty, null, default);
                await scope.ServiceProvider.GetRequiredService<Db>().SaveChangesAsync(); // the file is written
                throw new InvalidOperationException("The process dies before the record.");
            },
            default));
        Assert.Equal((0, 0), (await site.Files(), await site.Contents()));
        Assert.False((await files.Do<bool>(async () => (await files.Add(file, group.PlaceId, group.Id, Guid.Empty, null, default)).Succeeded ? new Problem("", "No.") : true, default)).Succeeded);
        Assert.Equal((0, 0), (await site.Files(), await site.Contents()));
    }

    [Fact]
    public async Task Verify_names_what_is_missing_changed_and_left_over()
    {
        var (missing, changed, orphan) = (await site.Put(group, DocumentSort.Accounts, Readers.Own), await site.Put(group, DocumentSort.Lease, Readers.Own), await site.Put(group, DocumentSort.Bank, Readers.Own));
        Assert.Equal([], await Faults());
        await using (var connection = await site.Services.GetRequiredService<Database>().Open(default))
        {
            await connection.Execute("DELETE FROM platform_file_content WHERE file_id = @id", default, ("id", missing.FileId));
            await connection.Execute("UPDATE platform_file_content SET content = @other WHERE file_id = @id", default, ("id", changed.FileId), ("other", GoodFiles.Docx));
            await connection.Execute("DELETE FROM groups_document WHERE id = @id", default, ("id", orphan.Id));
        }

        var faults = await Faults();
        Assert.Equal(3, faults.Count);
        Assert.Contains($"The content of the document {missing.FileId} is missing.", faults, StringComparer.OrdinalIgnoreCase);
        Assert.Contains($"The document {changed.FileId} is not as it was when it was added.", faults, StringComparer.OrdinalIgnoreCase);
        Assert.Contains($"The document {orphan.FileId} belongs to nothing.", faults, StringComparer.OrdinalIgnoreCase);
        var lead = await site.SignInAs(Role.Lead, group.Id, group.PlaceId);
        Assert.Equal(500, (await lead.Open($"/groups/{group.Slug}/own-document/{changed.Id}")).Status); // what was altered is not given out
    }

    [Fact]
    public async Task A_backup_carries_the_documents()
    {
        var document = await site.Put(group, DocumentSort.Accounts, Readers.Everybody, GoodFiles.Docx);
        var file = Scratch.File("monday.trellis");
        Assert.True((await site.With<Backup, Result<BackupManifest>>(backup => backup.To(file, default))).Succeeded);
        await site.With<RemoveDocument, Result<bool>>(remove => remove.Handle(group.Id, document.Id, default));
        Assert.Equal((0, 0), (await site.Files(), await site.Contents()));
        await using var other = new SmallSite();
        Assert.True((await other.With<Restore, Result<BackupManifest>>(restore => restore.From(file, replace: false, default))).Succeeded);
        Assert.Equal(GoodFiles.Docx, (await other.Open($"/groups/{group.Slug}/public-document/{document.Id}")).Body);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task Without_room_on_disk_a_file_is_refused_and_nothing_is_half_kept()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "Its disk is the server's own.");
        await site.InDb(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var connection = db.Database.GetDbConnection();
            var pages = await connection.Value<long>("PRAGMA page_count", default);
            await connection.Execute("PRAGMA max_page_count = " + (pages + 20), default);
            var files = new KeepFiles(db, new WriteGate(), new DocumentLimits(new Microsoft.Extensions.Configuration.ConfigurationManager()), site.Clock);
            var heavy = new GoodFile("a.txt", DocumentKind.Text, Heavy(5_000_000));
            var refused = await files.Do<StoredFile>(() => files.Add(heavy, group.PlaceId, group.Id, Guid.Empty, null, default), default);
            Assert.Contains("no room left", refused.Problems.Single().Message, StringComparison.Ordinal);
            Assert.Equal(0, await db.Set<StoredFile>().CountAsync()); // reading goes on
            await connection.Execute("PRAGMA max_page_count = 1000000", default);
            Assert.True((await files.Do<StoredFile>(() => files.Add(heavy, group.PlaceId, group.Id, Guid.Empty, null, default), default)).Succeeded);
        });
        Assert.Equal((1, 1), (await site.Files(), await site.Contents()));
    }

    public async ValueTask InitializeAsync() => group = await site.OneGroup(await site.OnePlace());

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    private static byte[] Heavy(int bytes) => GoodFiles.Text(string.Concat(Enumerable.Repeat("All agreed. ", (bytes / 12) + 1)))[..bytes];

    private Task Weigh(Guid file, long bytes) => site.InDb(db => db.Set<StoredFile>().Where(one => one.Id == file).ExecuteUpdateAsync(one => one.SetProperty(stored => stored.Bytes, bytes)));

    private async Task<IReadOnlyList<string>> Faults()
    {
        await using var connection = await site.Services.GetRequiredService<Database>().Open(default);
        return await site.Services.GetServices<ICheck>().OfType<FilesHold>().Single().Faults(connection, default);
    }

    /// <summary>A place that may keep little.</summary>
    private sealed class SmallSite : Site
    {
        public const long Place = 200_000_000;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Documents:PlaceMegabytes", "200");
        }
    }

    /// <summary>So many bytes, counted as they are read.</summary>
    private sealed class Counting(long length, Action<int> count) : Stream
    {
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count1)
        {
            var some = (int)Math.Min(count1, length - at);
            at += some;
            count(some);
            return some;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count1) => throw new NotSupportedException();
    }
}
