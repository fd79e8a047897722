using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Trellis.Platform.Documents;

/// <summary>
/// A page whose form sends files. They are read here, once whoever asks has been let in and before anything else would keep the whole body: a file that
/// is too large is not kept beyond the limit, and what was typed beside it is not lost.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReceivesFileAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int MostFields = 50;
    private const int MostText = 200_000;
    private const int HeadersLength = 8_192;

    /// <summary>Before the filter that compares antiforgery tokens, which reads the form.</summary>
    public int Order => 500;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data")
        {
            return;
        }

        if (request.ContentLength > DocumentLimits.Body)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
        {
            most.MaxRequestBodySize = DocumentLimits.Body;
        }

        try
        {
            await Read(context.HttpContext, HeaderUtilities.RemoveQuotes(type.Boundary).ToString());
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task Read(HttpContext context, string boundary)
    {
        if (boundary.Length is 0 or > 100)
        {
            throw new InvalidDataException("The form has no boundary.");
        }

        var (fields, files) = (new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase), new ArrivedFiles());
        var reader = new MultipartReader(boundary, context.Request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = HeadersLength };
        for (var number = 0; await reader.ReadNextSectionAsync(context.RequestAborted) is { } section; number++)
        {
            if (number == MostFields || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var said))
            {
                throw new InvalidDataException("The form is not one of ours.");
            }

            var field = HeaderUtilities.RemoveQuotes(said.Name).ToString();
            if (said.IsFileDisposition())
            {
                await Take(context, section.Body, field, HeaderUtilities.RemoveQuotes(said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).ToString(), files);
            }
            else
            {
                fields[field] = StringValues.Concat(fields.GetValueOrDefault(field), await Text(section.Body, context.RequestAborted));
            }
        }

        context.Features.Set(files);
        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
    }

    /// <summary>One file a field: up to the limit into a file of our own, the rest into nothing.</summary>
    private static async Task Take(HttpContext context, Stream from, string field, string name, ArrivedFiles files)
    {
        var (buffer, taken, trouble) = (new byte[1 << 16], 0L, (string?)null);
        FileStream? into = null;
        int read;
        while ((read = await from.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            taken += read;
            if (taken > DocumentLimits.Body)
            {
                throw new BadHttpRequestException("The file is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            trouble ??= taken > DocumentLimits.File ? FileRefusals.TooLarge : null;
            if (trouble is null)
            {
                (into, trouble) = await Write(context, into, buffer.AsMemory(0, read));
            }
        }

        if (name.Length > 0 || taken > 0) // a browser sends an empty part where nothing was chosen
        {
            into?.Position = 0;
            files.TryAdd(field, new(name, trouble is null && into is not null ? into : Stream.Null, trouble));
        }
    }

    private static async Task<(FileStream?, string?)> Write(HttpContext context, FileStream? into, ReadOnlyMemory<byte> some)
    {
        try
        {
            if (into is null)
            {
                into = TemporaryFile.Make();
                context.Response.RegisterForDispose(into);
            }

            await into.WriteAsync(some, context.RequestAborted);
            await into.FlushAsync(context.RequestAborted);
            return (into, null);
        }
        catch (IOException)
        {
            return (into, FileRefusals.NoRoom);
        }
    }

    private static async Task<string> Text(Stream from, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[8_192];
        int read;
        while ((read = await from.ReadAsync(buffer, stop)) > 0)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > MostText)
            {
                throw new InvalidDataException("A field is too long.");
            }
        }

        return System.Text.Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
