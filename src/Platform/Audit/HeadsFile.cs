using System.Globalization;
using Microsoft.Extensions.Configuration;
using Trellis.Platform.Data;

namespace Trellis.Platform.Audit;

/// <summary>
/// The end of the chain, written down each day outside the database, so that a cut tail shows. One line each: instant, sequence, hash.
/// <c>Audit:Heads</c> names the file, best on another machine's disk; by default it lies beside the data.
/// </summary>
public sealed class HeadsFile(Database database, IConfiguration configuration, TimeProvider clock)
{
    private readonly string? file = configuration["Audit:Heads"] ?? (configuration["Trellis:Data"] is { } folder ? Path.Combine(folder, "audit-heads.txt") : null);

    /// <summary>Writes the latest entry down, unless it stands there already.</summary>
    public async Task Write(CancellationToken stop)
    {
        if (file is null)
        {
            return;
        }

        await using var connection = await database.Open(stop);
        var last = await connection.Query("SELECT sequence, hash FROM platform_audit ORDER BY sequence DESC LIMIT 1", row => (Sequence: row.GetInt64(0), Hash: row.GetString(1)), stop);
        if (last is [var head] && !(await Read(stop)).ContainsKey(head.Sequence))
        {
            await File.AppendAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'} {head.Sequence} {head.Hash}\n"), stop);
        }
    }

    /// <summary>The hashes written down so far, by sequence. A line cut short by a crash is passed over.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Read(CancellationToken stop)
    {
        var kept = new Dictionary<long, string>();
        foreach (var line in file is not null && File.Exists(file) ? await File.ReadAllLinesAsync(file, stop) : [])
        {
            if (line.Split(' ') is [_, var sequence, { Length: 64 } hash] && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number))
            {
                kept.TryAdd(number, hash); // the first one written counts: a later one may be the tamperer's
            }
        }

        return kept;
    }
}
