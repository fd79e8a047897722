using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Find;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Privacy;
using Trellis.Platform.Search;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Find;

/// <summary>A large place's index lies in a file beside the database: a start takes it from there, unless it is not of that data, or damaged.</summary>
public sealed class KeptIndexTests : IAsyncLifetime
{
    private const int Clubs = 5_001;
    private readonly Site site = new(); // one for each test: a directory reads all places of its database
    private Place place = null!;
    private Database database = null!;

    private string? File => database.KeptFile($"search-{place.Id:n}");

    public async ValueTask InitializeAsync()
    {
        place = await site.MakePlace();
        database = site.Services.GetRequiredService<Database>();
        var names = Enumerable.Range(1, Clubs).Select(number => string.Create(CultureInfo.InvariantCulture, $"Club {number} of Kanarienvogel"));
        await site.Import(place, "group-list", "name\n" + string.Join('\n', names));
        var began = Stopwatch.GetTimestamp();
        while (await Found(site.Services.GetRequiredService<GroupDirectory>()) < Clubs || (File is not null && !System.IO.File.Exists(File + ".number")))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1), "The site has not read its directory.");
            await Task.Delay(100);
        }
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_start_reads_it_and_builds_nothing_where_there_is_a_file()
    {
        using var another = Another();
        Assert.Equal(Clubs, await Found(another));
        Assert.Equal(database.IsSqlite, another.LatestBuild == TimeSpan.Zero);
        await site.Import(place, "group-list", "name\nThe newcomers", "more");
        await another.Refresh(default);
        Assert.Equal(Clubs + 1, await Found(another));
        Assert.Equal(database.IsSqlite, another.LatestBuild == TimeSpan.Zero); // only what changed was read
    }

    [Fact]
    public async Task What_is_damaged_or_forgotten_is_built_anew()
    {
        if (File is { } file)
        {
            var bytes = await System.IO.File.ReadAllBytesAsync(file);
            bytes[bytes.Length / 2] ^= 1;
            System.IO.File.Delete(file);
            await System.IO.File.WriteAllBytesAsync(file, bytes);
        }

        using (var another = Another())
        {
            Assert.Equal(Clubs, await Found(another));
            Assert.NotEqual(TimeSpan.Zero, another.LatestBuild);
        }

        await site.With<IEnumerable<IForget>, bool>(async parts =>
        {
            foreach (var part in parts)
            {
                await part.Forget("kanarienvogel@example.org", "", null, default);
            }

            return true;
        });
        Assert.False(System.IO.File.Exists(File) || System.IO.File.Exists(File + ".number"));
    }

    [Fact]
    public async Task A_backup_that_is_put_back_is_not_searched_by_an_index_of_what_was_here()
    {
        var backup = Scratch.File("backup");
        Assert.Empty((await site.With<Backup, Result<BackupManifest>>(one => one.To(backup, default))).Problems);
        using var other = TestDatabase.CreateEmpty();
        using var into = new Database(other.Connection);
        if (into.KeptFile("search") is { } kept)
        {
            await System.IO.File.WriteAllTextAsync(kept, "of other data");
        }

        Assert.Empty((await new Restore(into, App.Site.Modules, TimeProvider.System).From(backup, replace: true, default)).Problems);
        Assert.False(System.IO.File.Exists(into.KeptFile("search")));
    }

    /// <summary>As another process has it.</summary>
    private GroupDirectory Another() => ActivatorUtilities.CreateInstance<GroupDirectory>(site.Services);

    private async Task<int> Found(GroupDirectory directory)
    {
        if (!directory.HasBegun)
        {
            await directory.Refresh(default);
        }

        return (await directory.Now(place.Id, default))?.Index.Search(new Question()).Total ?? 0;
    }
}
