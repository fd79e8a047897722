using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Trellis.Platform.Data;

namespace Trellis.Platform.Documents;

/// <summary>A kept file on its way to a reader: saved by the browser and never opened as a page of ours.</summary>
public sealed class FileAnswer : IActionResult
{
    private readonly StoredFile file;
    private readonly FileStream content;

    private FileAnswer(StoredFile file, FileStream content) => (this.file, this.content) = (file, content);

    /// <summary>Reads it; whoever calls has made sure that it may be read. It then waits on disk: a reader may be slow, and many may be.</summary>
    /// <exception cref="InvalidDataException">The content is not what was kept.</exception>
    public static async Task<FileAnswer> Of(Db db, StoredFile file, CancellationToken stop)
    {
        var content = await db.Set<FileContent>().Where(one => one.FileId == file.Id).Select(one => one.Content).SingleAsync(stop);
        return new GoodFile(file.Name, file.Kind, content).Sha256 == file.Sha256 ? new(file, await Lay(content, stop)) : throw new InvalidDataException($"The file {file.Id} has been altered.");
    }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        await using var sent = content;
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        response.ContentType = file.Kind.MediaType();
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        await sent.CopyToAsync(response.Body, context.HttpContext.RequestAborted);
    }

    private static async Task<FileStream> Lay(byte[] content, CancellationToken stop)
    {
        var made = TemporaryFile.Make();
        try
        {
            await made.WriteAsync(content, stop);
            made.Position = 0;
            return made;
        }
        catch
        {
            await made.DisposeAsync(); // nobody has it yet who would
            throw;
        }
    }
}
