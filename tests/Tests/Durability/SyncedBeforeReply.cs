using System.Text.RegularExpressions;
using Trellis.Tests.Support;

namespace Trellis.Tests.Durability;

/// <summary>P3: what was answered as saved is on the disk, and not only in the system's memory, before the answer goes out. Killing the process cannot show this, since the system lives on.</summary>
/// <remarks>On PostgreSQL the disk is the database server's, which syncs before it answers unless it is told otherwise; <c>trellis verify</c> looks at that.</remarks>
public sealed partial class SyncedBeforeReply
{
    [Fact]
    public async Task Each_of_fifty_answers_goes_out_after_the_sync_of_what_it_saved()
    {
        Assert.SkipUnless(Watched.IsPossible, "This machine has no strace that may look at other processes.");
        var seen = await Task.WhenAll(AnswersOfOneSite(), AnswersOfOneSite());
        Assert.Equal((50, 0), (seen.Sum(one => one.Synced), seen.Sum(one => one.Unsynced)));
    }

    [Fact]
    public void An_answer_before_the_sync_is_counted_as_such()
    {
        const string write = "7 pwrite64(100</d/trellis.db-wal>, \"x\"..., 4096, 0) = 4096", sync = "7 fdatasync(100</d/trellis.db-wal>) = 0", reply = "7 sendto(90<socket:[1]>, \"HTTP/1.1 302 Found\\r\\nContent-Leng\"..., 400, 0, NULL, 0) = 400";
        Assert.Equal((1, 0), Replies([write, write, sync, reply]));
        Assert.Equal((0, 1), Replies([write, sync, write, reply, sync]));
        Assert.Equal((1, 1), Replies([write, sync, reply, write, reply]));
        Assert.Equal((1, 0), Replies([write, sync, write.Replace('7', '9'), reply]));
        Assert.Equal((0, 1), Replies([write, "7 fdatasync(100</d/trellis.db-wal> <unfinished ...>", reply, "7 <... fdatasync resumed>) = 0"]));
        Assert.Equal((0, 1), Replies([write, "7 fsync(11</d/other>) = 0", reply]));
        Assert.Equal((0, 0), Replies([write, "8 sendto(90<socket:[1]>, \"HTTP/1.1 200 OK\\r\\n\"..., 400, 0, NULL, 0) = 400"]));
    }

    /// <summary>Half of them: one network may ask for no more codes in an hour.</summary>
    private static async Task<(int Synced, int Unsynced)> AnswersOfOneSite()
    {
        var (folder, port) = (Scratch.Folder("synced"), Child.FreePort());
        using var child = await Child.TrellisIn(folder, "serve", "--place", "none", "--port", $"{port}").Ready(port);
        using var watched = await Watched.WritesAndReplies(child, Path.Combine(Scratch.Folder("trace"), "trace"));
        for (var time = 0; time < 25; time++)
        {
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };
            Assert.Equal(302, (await (await new Visitor(client).Open("/sign-in")).Submit(("Email address", $"ann{time}@example.org"))).Status);
        }

        var seen = Replies(await watched.End());
        await child.Kill();
        return seen;
    }

    /// <summary>
    /// Counts the redirecting answers by whether something was written to the journal and synced since the answer before, as a save is: one thread writes,
    /// then syncs. What another thread has written meanwhile, a job perhaps, is its own affair; what the answering thread wrote is not.
    /// </summary>
    private static (int Synced, int Unsynced) Replies(IEnumerable<string> trace)
    {
        var (synced, unsynced, saved) = (0, 0, 0);
        HashSet<string> dirty = [], syncing = [];
        foreach (var line in trace)
        {
            var thread = line.Split(' ')[0];
            if (Written().IsMatch(line))
            {
                dirty.Add(thread);
            }
            else if (Begun().IsMatch(line))
            {
                syncing.Add(thread);
            }
            else if (Synced().IsMatch(line) || (Resumed().IsMatch(line) && syncing.Remove(thread)))
            {
                saved += dirty.Remove(thread) ? 1 : 0;
            }
            else if (line.Contains("\"HTTP/1.1 ", StringComparison.Ordinal))
            {
                var isGood = saved > 0 && !dirty.Contains(thread);
                (synced, unsynced) = line.Contains("HTTP/1.1 302", StringComparison.Ordinal) ? isGood ? (synced + 1, unsynced) : (synced, unsynced + 1) : (synced, unsynced);
                saved = 0;
                dirty.Clear(); // what was not synced by now was not synced in time
            }
        }

        return (synced, unsynced);
    }

    [GeneratedRegex(@"^\d+ +pwrite64\(\d+<[^>]*-wal>")]
    private static partial Regex Written();

    [GeneratedRegex(@"^\d+ +f(data)?sync\(\d+<[^>]*-wal>\) += 0")]
    private static partial Regex Synced();

    [GeneratedRegex(@"^\d+ +f(data)?sync\(\d+<[^>]*-wal> <unfinished")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^\d+ +<\.\.\. f(data)?sync resumed>\) += 0")]
    private static partial Regex Resumed();
}
