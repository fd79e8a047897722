using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Trellis.Platform.Data;

namespace Trellis.Platform.Documents;

/// <summary>A kept file on its way to a reader: saved by the browser and never opened as a page of ours.</summary>
public sealed class FileAnswer : IActionResult
{
    private readonly StoredFile file;
    private readonly byte[] content;

    private FileAnswer(StoredFile file, byte[] content) => (this.file, this.content) = (file, content);

    /// <summary>Reads it; whoever calls has made sure that it may be read.</summary>
    /// <exception cref="InvalidDataException">The content is not what was kept.</exception>
    public static async Task<FileAnswer> Of(Db db, StoredFile file, CancellationToken stop)
    {
        var content = await db.Set<FileContent>().Where(one => one.FileId == file.Id).Select(one => one.Content).SingleAsync(stop);
        return new GoodFile(file.Name, file.Kind, content).Sha256 == file.Sha256 ? new(file, content) : throw new InvalidDataException($"The file {file.Id} has been altered.");
    }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        response.ContentType = file.Kind.MediaType();
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(content, context.HttpContext.RequestAborted);
    }
}
