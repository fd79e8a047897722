using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Confidential;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Confidential;
using Trellis.Platform.Data;
using Trellis.Platform.Privacy;
using Trellis.Tests.Support;

namespace Trellis.Tests.Confidential;

/// <summary>What is confidential is nowhere in clear, opens only where it was written, and only with its key.</summary>
public sealed class SealedTextTests(SealedSite site) : IClassFixture<SealedSite>
{
    private const string Canary = "Zaunkönigwren";

    [Fact]
    public async Task A_canary_is_nowhere_but_on_its_page()
    {
        var (place, group) = await site.Opened();
        var confidant = await site.Confidant(place);
        var note = await site.Write(confidant, group, $"{Canary} must be protected");
        Assert.Contains(Canary, (await confidant.Open(note)).Text, StringComparison.Ordinal);

        var backup = Path.Combine(site.Folder, "all.backup");
        Assert.True((await site.With<Backup, Result<BackupManifest>>(one => one.To(backup, default))).Succeeded);
        var file = Directory.CreateDirectory(Path.Combine(site.Folder, "unpacked")).FullName;
        await ZipFile.ExtractToDirectoryAsync(backup, file);
        Assert.Equal([], Files().Where(one => Holds(File.ReadAllBytes(one))).Select(Path.GetFileName));
        var key = (await File.ReadAllLinesAsync(site.KeyPath))[1].Split(' ')[1];
        Assert.DoesNotContain(Files().Where(one => one != site.KeyPath), one => File.ReadAllBytes(one).AsSpan().IndexOf(Encoding.UTF8.GetBytes(key)) >= 0);
        await File.WriteAllTextAsync(Path.Combine(file, "leak"), $"… {Canary} …");
        Assert.Equal(["leak"], Files().Where(one => Holds(File.ReadAllBytes(one))).Select(Path.GetFileName)); // it would be seen
        Directory.Delete(file, recursive: true);
        File.Delete(backup);
        foreach (var url in new[] { "/groups?q=" + Canary, "/groups.csv?q=" + Canary, $"/groups/{group.Slug}", $"/groups/{group.Slug}.json", $"/groups/{group.Slug}/history", "/me/history", "/me/data?handler=All", "/work", $"/groups/{group.Slug}/confidential" })
        {
            var seen = await confidant.Open(url);
            Assert.False(Holds(url.EndsWith("All", StringComparison.Ordinal) ? Unzipped(seen.Body) : seen.Body) && !url.Contains(Canary, StringComparison.Ordinal), url);
            Assert.DoesNotContain("must be protected", Encoding.UTF8.GetString(seen.Body), StringComparison.Ordinal);
        }

        Assert.NotEmpty(site.Log);
        Assert.DoesNotContain(site.Log, line => line.Contains("must be protected", StringComparison.Ordinal));
        Assert.DoesNotContain(await site.InDb(db => db.Set<Trellis.Groups.Unmet.SearchMiss>().Select(one => one.Words).ToListAsync()), words => words.Contains("protected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_moved_to_another_row_or_column_does_not_open_and_is_named()
    {
        await using var own = new SealedSite();
        var (place, group) = await own.Opened();
        var confidant = await own.Confidant(place);
        var (one, two) = (await own.Write(confidant, group, "The first"), await own.Write(confidant, group, "The second"));
        Assert.Equal([], await Faults(own));
        var notes = await own.InDb(db => db.Set<ConfidentialNote>().OrderBy(note => note.WrittenAt).ToListAsync());
        await own.InDb(async db =>
        {
            await db.Set<ConfidentialNote>().Where(note => note.Id == notes[0].Id).ExecuteUpdateAsync(set => set.SetProperty(note => note.SealedText, notes[1].SealedText));
            await db.Set<ConfidentialNote>().Where(note => note.Id == notes[1].Id).ExecuteUpdateAsync(set => set.SetProperty(note => note.SealedText, notes[0].SealedText));
        });
        foreach (var page in new[] { await confidant.Open(one), await confidant.Open(two) })
        {
            Assert.Contains("has been altered, or moved", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("The first", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("The second", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(notes.Select(note => note.Id.ToString()).Order(), (await Faults(own)).Select(fault => fault.Split(' ')[3]).Order());
    }

    [Fact]
    public void Every_bit_counts_and_no_two_closings_are_alike()
    {
        var (key, other, row) = (ConfidentialKey.Of(new byte[32]), ConfidentialKey.Of([.. Enumerable.Repeat((byte)1, 32)]), Guid.CreateVersion7());
        var column = new SealedColumn("a_table", "sealed_text", "A");
        var closed = Cipher.Close("Käse & ☂", key, column, row);
        Assert.Equal("Käse & ☂", Cipher.Open(closed, key, column, row));
        Assert.NotEqual(closed, Cipher.Close("Käse & ☂", key, column, row));
        Assert.Null(Cipher.Open(closed, key, column with { Column = "sealed_more" }, row));
        Assert.Null(Cipher.Open(closed, key, column with { Table = "b_table" }, row));
        Assert.Null(Cipher.Open(closed, key, column, Guid.CreateVersion7()));
        Assert.Null(Cipher.Open(closed.Replace(key.Id, other.Id, StringComparison.Ordinal), other, column, row));
        for (var at = Cipher.Beginning(key.Id).Length; at < closed.Length - 1; at++)
        {
            Assert.Null(Cipher.Open(closed[..at] + (closed[at] == 'A' ? 'B' : 'A') + closed[(at + 1)..], key, column, row));
        }

        Assert.Null(Cipher.Open(closed[..^8], key, column, row));
        Assert.Null(Cipher.Open(Cipher.Beginning(key.Id), key, column, row));
    }

    [Fact]
    public async Task A_missing_or_wrong_key_is_said_in_a_sentence_and_nothing_is_overwritten()
    {
        await using var own = new SealedSite();
        var (place, group) = await own.Opened();
        var confidant = await own.Confidant(place);
        var note = await own.Write(confidant, group, "Behind the key");
        var key = await File.ReadAllTextAsync(own.KeyPath);
        foreach (var wrong in new[] { null, "", "# damaged\n" + key.Split('\n')[1][..30] + "\n", Another() })
        {
            File.Delete(own.KeyPath);
            if (wrong is not null)
            {
                await File.WriteAllTextAsync(own.KeyPath, wrong);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(own.KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                }
            }

            Assert.Contains("The key of the confidential compartment is missing", (await confidant.Open(note)).Text, StringComparison.Ordinal);
            Assert.Contains("The key of the confidential compartment is missing", (await confidant.Open($"/groups/{group.Slug}/confidential")).Text, StringComparison.Ordinal);
            Assert.Equal(200, (await own.Open($"/groups/{group.Slug}")).Status);
            Assert.Contains("key", Assert.Single(await Faults(own)), StringComparison.Ordinal);
            var again = await own.With<OpenCompartment, Result<Compartment>>(one => one.Handle(place.Id, [nameof(LawCondition.Counselling)], default));
            Assert.False(again.Succeeded);
            Assert.False((await own.With<RotateKey, Result<RotateKey.Rotated>>(one => one.Handle(false, default))).Succeeded);
            Assert.Equal(wrong, File.Exists(own.KeyPath) ? await File.ReadAllTextAsync(own.KeyPath) : null);
        }

        await File.WriteAllTextAsync(own.KeyPath, key);
        Assert.Contains("Behind the key", (await confidant.Open(note)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_closes_all_anew_and_a_change_that_was_stopped_goes_on()
    {
        await using var own = new SealedSite();
        var (place, group) = await own.Opened();
        var confidant = await own.Confidant(place);
        var old = (await own.With<KeyRing, Result<ConfidentialKey>>(ring => ring.Current(default))).Value;
        await own.InDb(async db =>
        {
            for (var number = 0; number < 450; number++)
            {
                var id = Guid.CreateVersion7();
                db.Add(new ConfidentialNote { Id = id, PlaceId = place.Id, OrganisationId = group.Id, SealedText = Cipher.Close($"Text {number}", old, ConfidentialNote.Text, id), WrittenAt = own.Clock.Now });
            }

            await db.SaveChangesAsync();
        });
        var rotated = (await own.With<RotateKey, Result<RotateKey.Rotated>>(one => one.Handle(false, default))).Value;
        Assert.Equal((450, 0, false), (rotated.Rows, rotated.Unreadable, rotated.WentOn));
        Assert.NotEqual(old.Id, rotated.Key);

        // As a kill half-way leaves it: the new key counts, and some are still closed with the old one.
        var left = await own.InDb(db => db.Set<ConfidentialNote>().Take(10).ToListAsync());
        foreach (var one in left)
        {
            await own.InDb(db => db.Set<ConfidentialNote>().Where(note => note.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(note => note.SealedText, Cipher.Close("Late", old, ConfidentialNote.Text, one.Id))));
        }

        Assert.Contains("Late", (await confidant.Open($"/groups/{group.Slug}/confidential/{left[0].Id}")).Text, StringComparison.Ordinal);
        var wentOn = (await own.With<RotateKey, Result<RotateKey.Rotated>>(one => one.Handle(true, default))).Value;
        Assert.Equal((rotated.Key, 10, 0, true), (wentOn.Key, wentOn.Rows, wentOn.Unreadable, wentOn.WentOn));
        Assert.Equal([rotated.Key], (await own.Services.GetRequiredService<KeyFile>().Read(default)).Select(key => key.Id));
        Assert.Equal([], await Faults(own));
        Assert.Contains("Late", (await confidant.Open($"/groups/{group.Slug}/confidential/{left[0].Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_names_its_key_and_does_not_come_back_under_another()
    {
        await using var own = new SealedSite();
        var (place, group) = await own.Opened();
        var confidant = await own.Confidant(place);
        var note = await own.Write(confidant, group, "In the backup");
        var backup = Path.Combine(own.Folder, "b.backup");
        var made = (await own.With<Backup, Result<BackupManifest>>(one => one.To(backup, default))).Value;
        Assert.Equal((await own.With<KeyRing, Result<ConfidentialKey>>(ring => ring.Current(default))).Value.Id, made.ConfidentialKey);
        var key = await File.ReadAllTextAsync(own.KeyPath);
        await File.WriteAllTextAsync(own.KeyPath, Another());
        await own.InDb(db => db.Set<ConfidentialNote>().ExecuteDeleteAsync());
        var refused = await own.With<Restore, Result<BackupManifest>>(one => one.From(backup, true, default));
        Assert.Contains("not the right one", refused.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("--without-key", refused.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, await own.InDb(db => db.Set<ConfidentialNote>().CountAsync()));
        Assert.True((await own.With<Restore, Result<BackupManifest>>(one => one.From(backup, true, default, withoutKey: true))).Succeeded);
        Assert.Contains("key of the confidential compartment is missing", (await confidant.Open(note)).Text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(own.KeyPath, key);
        Assert.Contains("In the backup", (await confidant.Open(note)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_goes_with_the_person_it_is_about_and_stays_without_its_author()
    {
        var (place, group) = await site.Opened();
        await site.Appoint(Role.Viewer, place.Id, place.Id, "subject@example.org");
        var author = await site.SignInAs(Role.Confidant, place.Id, place.Id, "author@example.org");
        var about = await site.Write(author, group, "About the subject", "subject@example.org");
        var other = await site.Write(author, group, "About the group");
        Assert.Equal(200, (await author.Open(about)).Status);
        await Erase("subject@example.org");
        Assert.Equal(404, (await author.Open(about)).Status);
        await Erase("author@example.org");
        var page = await (await site.Confidant(place)).Open(other);
        Assert.Contains("by somebody who is here no longer", page.Text, StringComparison.Ordinal);
        Assert.Contains("About the group", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.InDb(db => db.Set<ConfidentialNote>().CountAsync(note => note.OrganisationId == group.Id && note.AuthorId != null)));

        async Task Erase(string email)
        {
            var id = await site.InDb(db => db.Set<Person>().Where(one => one.Email == email).Select(one => one.Id).SingleAsync());
            Assert.True((await site.With<ErasePerson, Result<ErasePerson.Done>?>(one => one.Handle(id, "Asked", default)))!.Succeeded);
        }
    }

    private static string Another() => $"# another\n{ConfidentialKey.Of([.. Enumerable.Repeat((byte)7, 32)]).Id} {Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)])}\n";

    private static async Task<IReadOnlyList<string>> Faults(SealedSite site)
    {
        await using var connection = await site.Services.GetRequiredService<Database>().Open(default);
        return await site.Services.GetServices<ICheck>().OfType<SealedTextsHold>().Single().Faults(connection, default);
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories).Concat(TestDatabase.IsPostgres ? [] :
        Directory.EnumerateFiles(Path.GetDirectoryName(site.Database.FileName)!, Path.GetFileName(site.Database.FileName) + "*"));

    private static bool Holds(byte[] bytes) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) >= 0 || bytes.AsSpan().IndexOf("must be protected"u8) >= 0;

    private static byte[] Unzipped(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var all = new MemoryStream();
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            part.CopyTo(all);
        }

        return all.ToArray();
    }
}
