using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Tests.Durability;

/// <summary>
/// What a disk holds when the power goes: all that was synced, and of what was written since only some, in pieces of a sector. It is made from the trace
/// of what a process asked the system, so that the power can be cut at any point of one and the same run.
/// </summary>
internal sealed partial class VolatileDisk
{
    private const int Sector = 512;

    private readonly IReadOnlyDictionary<string, byte[]> before;
    private readonly List<Call> calls;

    /// <param name="before">Files as they were when the trace began.</param>
    /// <param name="trace">Lines of strace, each with its thread and the names of files.</param>
    public VolatileDisk(IReadOnlyDictionary<string, byte[]> before, IEnumerable<string> trace) =>
        (this.before, calls) = (before, [.. trace.Select(Read).OfType<Call>()]);

    /// <summary>How many calls there were: the power can be cut after each.</summary>
    public int Length => calls.Count;

    /// <summary>How often a file was written, and synced.</summary>
    public (int Writes, int Syncs) Count(string file) => (calls.OfType<Write>().Count(call => call.File == file), calls.OfType<Sync>().Count(call => call.File == file));

    /// <summary>Everything that was written to a file as text before the cut, synced or not: what the outside world had been told.</summary>
    public string Told(string file, int cut) => string.Concat(calls.Take(cut).OfType<Write>().Where(call => call.File == file).Select(call => System.Text.Encoding.ASCII.GetString(call.Bytes)));

    /// <summary>The files as they are found after a cut behind so many calls.</summary>
    /// <param name="heedsSyncs">False for a disk that lies, or a program that never asks: nothing of what was written is on it.</param>
    public IReadOnlyDictionary<string, byte[]> After(int cut, Random random, bool heedsSyncs = true)
    {
        var files = before.ToDictionary(one => one.Key, one => new OneFile { Durable = [.. one.Value] });
        var syncing = new Dictionary<int, OneFile>(); // by thread
        foreach (var call in heedsSyncs ? calls.Take(cut) : [])
        {
            switch (call)
            {
                case Write write:
                    FileOf(write.File).Unsynced.AddRange(Pieces(write));
                    break;
                case Cut shorter:
                    FileOf(shorter.File).Unsynced.Add(shorter);
                    break;
                case Sync sync:
                    (syncing[sync.Thread] = FileOf(sync.File)).Begin(sync.Thread);
                    if (sync.IsDone)
                    {
                        syncing[sync.Thread].End(sync.Thread);
                    }

                    break;
                case SyncEnd end when syncing.Remove(end.Thread, out var file):
                    file.End(end.Thread);
                    break;
            }
        }

        foreach (var file in files.Values)
        {
            file.Unsynced.Where(_ => random.Next(2) == 0).ToList().ForEach(file.Do);
        }

        return files.ToDictionary(one => one.Key, one => one.Value.Durable);

        OneFile FileOf(string name) => files.TryGetValue(name, out var file) ? file : files[name] = new() { Durable = [] };
    }

    private static IEnumerable<Write> Pieces(Write write)
    {
        for (var at = 0; at < write.Bytes.Length;)
        {
            var length = (int)Math.Min(Sector - ((write.Offset + at) % Sector), write.Bytes.Length - at);
            yield return new(write.File, write.Offset + at, write.Bytes[at..(at + length)]);
            at += length;
        }
    }

    private static Call? Read(string line) =>
        Written().Match(line) is { Success: true } write ? new Write(write.Groups["file"].Value, Number(write.Groups["offset"]), Bytes(write.Groups["bytes"].Value))
        : Truncated().Match(line) is { Success: true } shorter ? new Cut(shorter.Groups["file"].Value, Number(shorter.Groups["length"]))
        : Synced().Match(line) is { Success: true } sync ? new Sync(sync.Groups["file"].Value, (int)Number(sync.Groups["thread"]), line.EndsWith("= 0", StringComparison.Ordinal))
        : Resumed().Match(line) is { Success: true } resumed ? new SyncEnd((int)Number(resumed.Groups["thread"]))
        : null;

    private static long Number(Group group) => long.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>What stands between the quotes of a trace: as it is, or with signs written as \x7f, \177 or \n.</summary>
    private static byte[] Bytes(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                bytes.Add((byte)text[at]);
            }
            else if (text[++at] == 'x')
            {
                bytes.Add(byte.Parse(text.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 2;
            }
            else if (text[at] is >= '0' and <= '7')
            {
                var digits = text.AsSpan(at, Math.Min(3, text.Length - at));
                digits = digits[..(digits.IndexOfAnyExceptInRange('0', '7') is >= 0 and var end ? end : digits.Length)];
                bytes.Add((byte)digits.ToArray().Aggregate(0, (value, digit) => (value * 8) + digit - '0'));
                at += digits.Length - 1;
            }
            else
            {
                bytes.Add(text[at] switch { 'n' => 10, 't' => 9, 'r' => 13, 'v' => 11, 'f' => 12, var sign => (byte)sign });
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("""^\d+ +pwrite64\(\d+<(?<file>[^>]*)>, "(?<bytes>[^"\\]*(?:\\.[^"\\]*)*)", \d+, (?<offset>\d+)""")]
    private static partial Regex Written();

    [GeneratedRegex(@"^\d+ +ftruncate\(\d+<(?<file>[^>]*)>, (?<length>\d+)")]
    private static partial Regex Truncated();

    [GeneratedRegex(@"^(?<thread>\d+) +f(data)?sync\(\d+<(?<file>[^>]*)>")]
    private static partial Regex Synced();

    [GeneratedRegex(@"^(?<thread>\d+) +<\.\.\. f(data)?sync resumed>\) += 0")]
    private static partial Regex Resumed();

    private abstract record Call;

    private sealed record Write(string File, long Offset, byte[] Bytes) : Call;

    private sealed record Cut(string File, long Length) : Call;

    /// <param name="IsDone">Whether it came back at once; else its end stands further down.</param>
    private sealed record Sync(string File, int Thread, bool IsDone) : Call;

    private sealed record SyncEnd(int Thread) : Call;

    private sealed class OneFile
    {
        private readonly Dictionary<int, int> covered = []; // by thread: how much of what is not synced was written before its sync began

        public required byte[] Durable { get; set; }

        public List<Call> Unsynced { get; } = [];

        public void Begin(int thread) => covered[thread] = Unsynced.Count;

        public void End(int thread)
        {
            covered.Remove(thread, out var some);
            Unsynced.Take(some).ToList().ForEach(Do);
            Unsynced.RemoveRange(0, some);
            foreach (var other in covered.Keys.ToList())
            {
                covered[other] = Math.Max(0, covered[other] - some);
            }
        }

        public void Do(Call call)
        {
            var content = Durable;
            if (call is Cut shorter)
            {
                Array.Resize(ref content, (int)shorter.Length);
            }
            else if (call is Write write)
            {
                Array.Resize(ref content, (int)Math.Max(content.Length, write.Offset + write.Bytes.Length));
                write.Bytes.CopyTo(content, write.Offset);
            }

            Durable = content;
        }
    }
}
