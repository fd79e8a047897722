using Microsoft.AspNetCore.Mvc;

namespace Trellis.Platform.Exchange.Paper;

/// <summary>A paper on its way to a reader, saved by the browser under its name.</summary>
/// <param name="name">Without its ending, as in contract-2026-04-01.</param>
public sealed class PaperFile(string name, Paper paper) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        using var whole = paper;
        var (response, content) = (context.HttpContext.Response, paper.ToBytes());
        response.ContentType = "application/pdf";
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.pdf\"";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(content, context.HttpContext.RequestAborted);
    }
}
