using Microsoft.AspNetCore.Mvc;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange;

/// <summary>The findings of imports as CSV, in the order of sheets and rows, so that the spreadsheet can be mended from top to bottom.</summary>
/// <param name="name">The file's name without its ending.</param>
public sealed class FindingsFile(string name, IReadOnlyList<(string FileName, IReadOnlyList<Finding> Findings)> imports) : IActionResult
{
    private static readonly string[] Headings = ["File", "Sheet", "Row", "Column", "Value", "Severity", "What is wrong", "What was done"];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        response.Headers.XContentTypeOptions = "nosniff";
        await Write(response.Body, context.HttpContext.RequestAborted);
    }

    /// <summary>Writes the whole file; the stream is only written forward.</summary>
    public Task Write(Stream to, CancellationToken stop) => CsvOut.Write(to, Headings, Rows().ToAsyncEnumerable(), stop);

    /// <summary>As they stand in the file; first what is said of the file as a whole.</summary>
    public static IOrderedEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings.OrderBy(finding => finding.Row is not null).ThenBy(finding => finding.Sheet, StringComparer.Ordinal).ThenBy(finding => finding.Row);

    private IEnumerable<IReadOnlyList<object?>> Rows() =>
        from import in imports
        from finding in InOrder(import.Findings)
        select (IReadOnlyList<object?>)[import.FileName, finding.Sheet, finding.Row, finding.Heading, finding.Value, finding.Severity.ToString(), finding.Wrong, finding.Done];
}
