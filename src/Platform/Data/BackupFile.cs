using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Trellis.Platform.Data;

/// <summary>What a backup says about itself.</summary>
/// <param name="Engine">sqlite or postgres: a backup goes back into the database it came from.</param>
/// <param name="Sha256">Of the data inside, so that a damaged backup is noticed before it does harm.</param>
/// <param name="Schema">The changes the tables had had.</param>
public sealed record BackupManifest(int Format, string Engine, DateTimeOffset MadeAt, long Bytes, string Sha256, IReadOnlyList<string> Schema)
{
    /// <summary>Which key opens what is confidential in it; the key itself is never in a backup. Null where none was ever made.</summary>
    public string? ConfidentialKey { get; init; }
}

/// <summary>A backup on disk: a zip with the data and a manifest beside it.</summary>
internal static class BackupFile
{
    public const int Format = 1;

    private const string Data = "data";
    private const string Manifest = "trellis-backup.json";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static async Task<BackupManifest> Write(string file, string dataFile, BackupManifest manifest, CancellationToken stop)
    {
        var unfinished = file + ".part";
        await using (var made = OwnFiles.Create(unfinished))
        {
            await using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
            {
                await using (var into = await zip.CreateEntry(Data, CompressionLevel.Fastest).OpenAsync(stop))
                {
                    await using var data = File.OpenRead(dataFile);
                    var (bytes, sha256) = await Copy(data, into, long.MaxValue, stop);
                    manifest = manifest with { Bytes = bytes, Sha256 = sha256 };
                }

                await using var said = await zip.CreateEntry(Manifest).OpenAsync(stop);
                await JsonSerializer.SerializeAsync(said, manifest, Json, stop);
            }

            made.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file); // only a whole backup has the name that was asked for
        return manifest;
    }

    /// <summary>Unpacks the data and compares it with the manifest; the problem says what is wrong with the file.</summary>
    public static async Task<Result<BackupManifest>> Unpack(string file, string dataFile, CancellationToken stop)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, stop);
            var manifest = await Read(zip, stop);
            if (manifest is null || zip.GetEntry(Data) is not { } entry)
            {
                return NotOurs(file);
            }

            if (manifest.Format > Format)
            {
                return new Problem("file", $"{Path.GetFileName(file)} was made by a newer version of Trellis. Use that version to restore it.");
            }

            await using var from = await entry.OpenAsync(stop);
            await using var into = OwnFiles.Create(dataFile);
            var (bytes, sha256) = await Copy(from, into, manifest.Bytes, stop);
            return bytes == manifest.Bytes && sha256 == manifest.Sha256 ? manifest : Damaged(file);
        }
        catch (InvalidDataException)
        {
            return await LooksLikeZip(file, stop) ? Damaged(file) : NotOurs(file);
        }
    }

    private static async Task<BackupManifest?> Read(ZipArchive zip, CancellationToken stop)
    {
        if (zip.GetEntry(Manifest) is not { } entry)
        {
            return null;
        }

        try
        {
            await using var said = await entry.OpenAsync(stop);
            return await JsonSerializer.DeserializeAsync<BackupManifest>(said, Json, stop);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<(long Bytes, string Sha256)> Copy(Stream from, Stream into, long atMost, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        var bytes = 0L;
        int read;
        while (bytes <= atMost && (read = await from.ReadAsync(buffer, stop)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await into.WriteAsync(buffer.AsMemory(0, read), stop);
            bytes += read;
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<bool> LooksLikeZip(string file, CancellationToken stop)
    {
        await using var open = File.OpenRead(file);
        var head = new byte[2];
        return await open.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, stop) == 2 && head is [(byte)'P', (byte)'K'];
    }

    private static Problem NotOurs(string file) => new("file", $"{Path.GetFileName(file)} is not a backup made by Trellis. Nothing was changed.");

    private static Problem Damaged(string file) => new("file", $"{Path.GetFileName(file)} is damaged. Nothing was changed; use another backup.");
}
