using System.Globalization;
using MimeKit;

namespace Trellis.Platform.Notices;

/// <summary>Puts each letter into a folder as a file of its own, whole or not at all. The same letter twice is one file.</summary>
internal sealed class FolderCarrier(string folder) : ICarrier
{
    public async Task<Delivery> Carry(MimeMessage mail, CancellationToken stop)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{mail.Date.UtcDateTime:yyyyMMdd-HHmmss}-{mail.MessageId!.Split('@')[0]}");
        var (whole, part) = (Path.Combine(folder, name + ".eml"), Path.Combine(folder, name + ".part"));
        try
        {
            Make(folder);
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                await mail.WriteToAsync(file, stop);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, whole, overwrite: true);
            return Delivery.Accepted;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new MailServerAwayException($"The folder for letters cannot be written to: {trouble.Message}");
        }
    }

    public ValueTask DisposeAsync() => default;

    /// <summary>Letters are for their readers: nobody else on the machine may open the folder.</summary>
    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
