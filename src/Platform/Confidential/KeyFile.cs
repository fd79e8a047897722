using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Trellis.Platform.Confidential;

/// <summary>A key of the compartment: 256 bits, and a short name made of them, so that a wrong key can never pass for the right one.</summary>
public sealed record ConfidentialKey(string Id, byte[] Bytes)
{
    public static ConfidentialKey Of(byte[] bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], bytes);
}

/// <summary>
/// The file with the keys, outside the database: one line each, the latest last. <c>Confidential:Key</c> names it, best on a disk of its own;
/// by default it lies in the data folder. Whoever has it and the database can read everything; whoever has only one of the two can read nothing.
/// </summary>
public sealed class KeyFile(IConfiguration configuration, TimeProvider clock)
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Head = "# Keys of the confidential compartment. Keep a copy apart from the database and its backups.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>Null where the installation has no data folder and no file is named.</summary>
    public string? Path { get; } = configuration["Confidential:Key"] ?? (configuration["Trellis:Data"] is { } folder ? System.IO.Path.Combine(folder, "confidential.key") : null);

    /// <summary>In the order in which they were made; none where there is no file. Read each time, since it is used seldom and may have been put back meanwhile.</summary>
    public async Task<IReadOnlyList<ConfidentialKey>> Read(CancellationToken stop) =>
        [.. (await Lines(stop)).Select(Line).OfType<ConfidentialKey>()];

    /// <summary>Makes a key and writes it down; on the disk when this returns.</summary>
    public async Task<ConfidentialKey> Add(CancellationToken stop)
    {
        var key = ConfidentialKey.Of(RandomNumberGenerator.GetBytes(32));
        await using var alone = await Alone(stop);
        await Write([.. await Lines(stop), $"{key.Id} {Convert.ToBase64String(key.Bytes)}"], stop);
        return key;
    }

    /// <summary>Leaves only these in the file.</summary>
    public async Task Keep(IReadOnlyCollection<string> ids, CancellationToken stop)
    {
        await using var alone = await Alone(stop);
        await Write([.. (await Lines(stop)).Where(line => ids.Contains(line.Split(' ')[0]))], stop);
    }

    /// <summary>Writes a copy for safe keeping; a file that is there already is never overwritten.</summary>
    public async Task Copy(string to, CancellationToken stop) => await WriteNew(to, await Lines(stop), stop);

    /// <summary>Whether others on the machine could read it.</summary>
    public bool IsOpenToOthers => Path is not null && File.Exists(Path) && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path) & ~Mine) != 0;

    private async Task<IReadOnlyList<string>> Lines(CancellationToken stop) =>
        Path is not null && File.Exists(Path) ? [.. (await File.ReadAllLinesAsync(Path, stop)).Where(line => line.Length > 0 && line[0] != '#')] : [];

    /// <summary>Until it is disposed nobody else, in this process or another, changes the file: of two who read and rewrite it at once, one would lose the other's key.</summary>
    private async Task<FileStream> Alone(CancellationToken stop)
    {
        var beside = (Path ?? throw new InvalidOperationException("There is nowhere to keep a key.")) + ".lock";
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        for (var left = Patience / AskEvery; ; left--)
        {
            try
            {
                return new FileStream(beside, options);
            }
            catch (IOException) when (left > 0 && File.Exists(beside))
            {
                await Task.Delay(AskEvery, stop);
            }
        }
    }

    private async Task Write(IReadOnlyList<string> lines, CancellationToken stop)
    {
        var path = Path ?? throw new InvalidOperationException("There is nowhere to keep a key.");
        var whole = $"{path}.{Guid.CreateVersion7(clock.GetUtcNow()):n}";
        await WriteNew(whole, lines, stop);
        File.Move(whole, path, overwrite: true); // at any moment there is a whole file under the name
    }

    private static async Task WriteNew(string path, IReadOnlyList<string> lines, CancellationToken stop)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mine;
        }

        await using var file = new FileStream(path, options);
        await using (var text = new StreamWriter(file, leaveOpen: true))
        {
            await text.WriteLineAsync(Head.AsMemory(), stop);
            foreach (var line in lines)
            {
                await text.WriteLineAsync(line.AsMemory(), stop);
            }
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>A line that has been damaged is no key: its name does not fit.</summary>
    private static ConfidentialKey? Line(string line)
    {
        var bytes = new byte[32];
        return line.Split(' ') is [var id, var text] && Convert.TryFromBase64String(text, bytes, out var length) && length == bytes.Length && ConfidentialKey.Of(bytes) is { } key && key.Id == id ? key : null;
    }
}
