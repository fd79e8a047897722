using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Durability;

/// <summary>On a full disk pages are served, what cannot be saved is refused in a sentence, and the first save afterwards succeeds without a new start; where nothing can be written at all, a sentence says so.</summary>
/// <remarks>On PostgreSQL the disk is the database server's.</remarks>
public sealed class DiskTroubles : IDisposable
{
    private const int Megabytes = 24;
    private readonly string folder = Scratch.Folder("disk");
    private readonly int port = Child.FreePort();
    private readonly HttpClient client;
    private int asked;

    public DiskTroubles() => client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_full_disk_refuses_what_cannot_be_saved_shows_the_rest_and_comes_back_by_itself()
    {
        Assert.SkipUnless(CanMount, "This machine lets nobody make a small disk.");
        using var child = await Child.TrellisOnItsOwnDisk(folder, Megabytes, "rw", "serve", "--place", "none", "--port", $"{port}").Ready(port);
        await Saved(5);
        var ballast = Path.Combine(child.Inside(folder), "ballast");
        Fill(ballast);
        await Refused(5, "disk is full");
        File.Delete(ballast);
        await Saved(5);
        await NothingIsLost(child);
    }

    [Fact]
    public async Task A_folder_that_may_only_be_read_is_refused_in_a_sentence()
    {
        Assert.SkipUnless(CanMount, "This machine lets nobody make a small disk.");
        using var child = Child.TrellisOnItsOwnDisk(folder, Megabytes, "ro", "serve", "--place", "none", "--port", $"{port}");
        var (code, said) = await child.End();
        Assert.Equal(2, code);
        Assert.Matches("^The data in .+ cannot be used: [^\n]+\n$", said);
    }

    /// <summary>A system that meets a fault of its disk lets nobody write to it any more: EROFS. A disk that fails under it: EIO.</summary>
    [Theory]
    [InlineData("EROFS", "may only be read")]
    [InlineData("EIO", "may only be read")]
    public async Task A_disk_that_fails_while_the_site_runs_is_said_and_the_site_comes_back_with_it(string error, string sentence)
    {
        Assert.SkipUnless(Watched.IsPossible, "This machine has no strace that may look at other processes.");
        using var child = await Child.TrellisIn(folder, "serve", "--place", "none", "--port", $"{port}").Ready(port);
        await Saved(5);
        using (var watched = await Watched.RefuseWrites(child, Path.Combine(Scratch.Folder("trace"), "trace"), error))
        {
            await Refused(5, sentence);
            Assert.Contains(await watched.End(), line => line.Contains("(INJECTED)", StringComparison.Ordinal));
        }

        await Saved(5);
        await NothingIsLost(child);
    }

    private static bool CanMount => Watched.Run("unshare", "-rm", "true") == 0;

    private async Task Saved(int times)
    {
        for (var time = 0; time < times; time++)
        {
            var (status, said) = await Ask();
            Assert.True(status == 302, $"{status}: {said}");
            asked++;
        }
    }

    private async Task Refused(int times, string sentence)
    {
        var (status, said) = (302, "");
        for (var time = 0; time < 20 && status == 302; time++) // a little room may be left in files that are there
        {
            (status, said) = await Ask();
            asked += status == 302 ? 1 : 0;
        }

        for (var time = 0; time < times; time++)
        {
            Assert.Equal(503, status);
            Assert.Contains(sentence, said, StringComparison.Ordinal);
            foreach (var page in new[] { "/about", "/sign-in", "/health/live" })
            {
                Assert.Equal(200, (int)(await client.GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
            }

            (status, said) = await Ask();
        }
    }

    /// <summary>Asks for a code, which saves one.</summary>
    private async Task<(int Status, string Said)> Ask()
    {
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = client.BaseAddress };
        var page = await (await new Visitor(visitor).Open("/sign-in")).Submit(("Email address", $"ann{Guid.NewGuid():n}@example.org"));
        return (page.Status, page.Text);
    }

    private async Task NothingIsLost(Child child)
    {
        var copy = Scratch.Folder("copy");
        foreach (var file in Directory.GetFiles(child.Inside(folder), "trellis.db*"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        await child.Kill();
        using var database = new Database($"Data Source={Path.Combine(copy, "trellis.db")}");
        await using var connection = await database.Open(default);
        Assert.Equal("ok", await connection.Value<string>("PRAGMA integrity_check", default));
        Assert.Equal(asked, await connection.Value<int>("SELECT count(*) FROM platform_sign_in_code", default));
    }

    /// <summary>Writes until not one more byte fits.</summary>
    private static void Fill(string ballast)
    {
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        for (var size = 1 << 20; size > 0; size /= 2)
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // This much fits no more.
            }
        }
    }
}
