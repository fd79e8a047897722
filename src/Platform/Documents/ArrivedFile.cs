using Microsoft.AspNetCore.Http;

namespace Trellis.Platform.Documents;

/// <summary>A file as somebody sent it: not looked at yet, and kept nowhere.</summary>
/// <param name="Name">As its sender says; may be anything.</param>
/// <param name="Trouble">Why it did not come in whole; null where it did.</param>
public sealed record ArrivedFile(string Name, Stream Content, string? Trouble = null)
{
    /// <summary>All of it, which may be read once.</summary>
    public async Task<byte[]> Bytes(CancellationToken stop)
    {
        using var content = new MemoryStream();
        await Content.CopyToAsync(content, stop);
        return content.ToArray();
    }

    /// <summary>Beside another problem: a browser does not keep the file that was chosen.</summary>
    public static Problem ChooseAgain { get; } = FileRefusals.As("Choose the file again; your browser does not keep it.");
}

/// <summary>The files of one request, by the names of their fields.</summary>
internal sealed class ArrivedFiles : Dictionary<string, ArrivedFile>;

public static class ArrivedFileOfRequest
{
    /// <summary>Null where nobody chose a file. The page must say <see cref="ReceivesFileAttribute"/>.</summary>
    public static ArrivedFile? ArrivedFile(this HttpContext context, string field) => context.Features.Get<ArrivedFiles>()?.GetValueOrDefault(field);
}
