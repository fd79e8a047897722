using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Durability;

public sealed class BackupTests : IDisposable
{
    private readonly Site site = new();
    private readonly string folder = Scratch.Folder("backup");

    private string BackupPath => Path.Combine(folder, "monday.trellis");

    [Fact]
    public async Task A_backup_brings_back_what_there_was()
    {
        await AddPlace("Sale");
        var made = await Back(BackupPath);
        Assert.Equal([], made.Problems);
        await AddPlace("Stretford");

        var restored = await site.With<Restore, Result<BackupManifest>>(restore => restore.From(BackupPath, replace: true, default));

        Assert.Equal([], restored.Problems);
        Assert.Equal(["Sale"], await PlaceNames());
        Assert.Equal(made.Value, restored.Value with { Schema = made.Value.Schema });
        Assert.All(await Check(), check => Assert.Equal([], check.Faults));
        Assert.Equal([BackupPath], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_backup_is_for_nobody_else_on_the_machine()
    {
        await AddPlace("Sale");
        await Back(BackupPath);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(BackupPath) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        var own = Path.Combine(folder, "new", "data");
        OwnFiles.MakeFolder(own);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(own) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        var open = Path.Combine(folder, "open");
        await File.WriteAllTextAsync(open, "what was there");
        await using var file = OwnFiles.Create(open);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(open) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public async Task What_is_here_is_not_overwritten_unasked()
    {
        await AddPlace("Sale");
        await Back(BackupPath);
        await AddPlace("Stretford");

        Assert.Contains("--replace", await Refusal(BackupPath, replace: false), StringComparison.Ordinal);
        Assert.Equal(["Sale", "Stretford"], await PlaceNames());
    }

    [Fact]
    public async Task An_empty_installation_takes_a_backup_of_another()
    {
        await AddPlace("Sale");
        await Back(BackupPath);
        await using var other = new Site();

        var restored = await other.With<Restore, Result<BackupManifest>>(restore => restore.From(BackupPath, replace: false, default));

        Assert.Equal([], restored.Problems);
        Assert.Equal(["Sale"], await other.InDb(db => db.Places().Select(place => place.Name).ToListAsync()));
    }

    [Fact]
    public async Task An_earlier_backup_is_never_overwritten()
    {
        await AddPlace("Sale");
        await Back(BackupPath);
        var before = await File.ReadAllBytesAsync(BackupPath);

        Assert.Contains("exists already", (await Back(BackupPath)).Problems.Single().Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(BackupPath));
    }

    [Theory]
    [InlineData("some bytes changed", "is damaged")]
    [InlineData("cut short", "is damaged")]
    [InlineData("a letter", "is not a backup made by Trellis")]
    [InlineData("another zip", "is not a backup made by Trellis")]
    [InlineData("empty", "is not a backup made by Trellis")]
    [InlineData("missing", "There is no file")]
    public async Task A_bad_file_is_refused_and_nothing_changes(string harm, string said)
    {
        await AddPlace("Sale");
        await Back(BackupPath);
        await Harm(harm);

        Assert.Contains(said, await Refusal(BackupPath, replace: true), StringComparison.Ordinal);
        Assert.Equal(["Sale"], await PlaceNames());
    }

    [Fact]
    public async Task Verify_says_what_does_not_add_up()
    {
        await AddPlace("Sale");
        await site.InDb(async db =>
        {
            db.Add(new Trellis.Platform.Events.OutboxMessage { Id = Guid.CreateVersion7(), At = site.Clock.Now, Type = "Gone", Body = "{}", Attempts = 10, Trouble = "no listener" });
            await db.SaveChangesAsync();
        });

        var fault = Assert.Single(await Check(), check => check.Faults.Count > 0);
        Assert.Equal(["A fact of the kind Gone could not be told: no listener."], fault.Faults);
    }

    [Fact]
    public async Task Verify_names_tables_of_another_version()
    {
        await site.InDb(db => db.Database.ExecuteSqlAsync($"UPDATE platform_schema SET name = '2031-01-01-future.sql' WHERE name = '2026-11-01-platform.sql'"));

        var schema = Assert.Single(await Check(), check => check.Faults.Count > 0);
        Assert.Equal(2, schema.Faults.Count);
        Assert.Contains(schema.Faults, fault => fault.Contains("2031-01-01-future.sql", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        site.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Task AddPlace(string name) => site.InDb(db =>
    {
        db.Add(new Place { Id = Guid.CreateVersion7(), Code = name, Name = name, Slug = name, IsDemo = false });
        return db.SaveChangesAsync();
    });

    private Task<List<string>> PlaceNames() => site.InDb(db => db.Places().OrderBy(place => place.Name).Select(place => place.Name).ToListAsync());

    private Task<Result<BackupManifest>> Back(string file) => site.With<Backup, Result<BackupManifest>>(backup => backup.To(file, default));

    private async Task<string> Refusal(string file, bool replace) =>
        (await site.With<Restore, Result<BackupManifest>>(restore => restore.From(file, replace, default))).Problems.Single().Message;

    private Task<List<Checked>> Check() => site.With<Verify, List<Checked>>(async verify =>
    {
        var all = new List<Checked>();
        await foreach (var one in verify.Run(default))
        {
            all.Add(one);
        }

        return all;
    });

    private async Task Harm(string harm)
    {
        var bytes = await File.ReadAllBytesAsync(BackupPath);
        File.Delete(BackupPath);
        switch (harm)
        {
            case "some bytes changed": // one alone may change nothing: what is empty can be packed in many ways
                bytes.AsSpan(bytes.Length / 3, 64).Fill(0xA5);
                await File.WriteAllBytesAsync(BackupPath, bytes);
                break;
            case "cut short":
                await File.WriteAllBytesAsync(BackupPath, bytes[..(bytes.Length / 2)]);
                break;
            case "a letter":
                await File.WriteAllTextAsync(BackupPath, "Dear Trellis");
                break;
            case "another zip":
                await using (var zip = await ZipFile.OpenAsync(BackupPath, ZipArchiveMode.Create))
                {
                    zip.CreateEntry("holiday.txt");
                }

                break;
            case "empty":
                await File.WriteAllBytesAsync(BackupPath, []);
                break;
        }
    }
}
