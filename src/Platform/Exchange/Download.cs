using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Trellis.Platform.Exchange;

/// <summary>One column of a list that is taken away as a file.</summary>
/// <param name="Heading">The same in all forms; in JSON the name of the member.</param>
/// <param name="Value">Text, whole number, <see cref="Money"/>, day, instant, yes or no, or null where it is unknown.</param>
public sealed record Column<T>(string Heading, Func<T, object?> Value);

/// <summary>
/// A list as a file: CSV, XLSX or JSON, written row by row as it is read, however long it is. Return it from a page or an endpoint.
/// The attribution of the sources goes along: in CSV as a last column whose first row holds it (a row without anything else where the list is empty), in XLSX as a second sheet, in JSON as a member.
/// </summary>
/// <param name="name">The file's name without its ending, as in trafford-groups.</param>
/// <param name="columns">In the order they are written.</param>
/// <param name="rows">Read once, while the file is being sent.</param>
/// <param name="attribution">The sentences that must go wherever the rows go.</param>
public sealed class Download<T>(string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, IReadOnlyList<string> attribution) : IResult, IActionResult
{
    /// <summary>csv, xlsx or json, as it stands in the address: routes take no notice of case.</summary>
    public required string Ending
    {
        get;
        init => field = value.ToLowerInvariant();
    }

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = Ending switch
        {
            "csv" => "text/csv; charset=utf-8; header=present",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "application/json; charset=utf-8",
        };
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{Ending}\"";
        response.Headers.Link = "</about/data>; rel=\"license\"";
        response.Headers.XContentTypeOptions = "nosniff";
        await Write(response.Body, httpContext.RequestAborted);
    }

    /// <summary>Writes the whole file; the stream is only written forward.</summary>
    public Task Write(Stream to, CancellationToken stop) => Ending switch
    {
        "csv" => DownloadTable.Csv(to, columns, rows, attribution, stop),
        "xlsx" => DownloadTable.Xlsx(to, columns, rows, attribution, stop),
        "json" => DownloadJson.Write(to, columns, rows, attribution, stop),
        _ => throw new InvalidOperationException($"There are no files ending in {Ending}."),
    };
}
