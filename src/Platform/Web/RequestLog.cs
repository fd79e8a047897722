using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trellis.Platform.Web;

/// <summary>One line for each request: what was asked, how it went, how long it took. No address, no query, no browser: nothing about a person.</summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> log)
{
    private const int LongestPath = 200;

    public async Task Invoke(HttpContext context)
    {
        var began = clock.GetTimestamp();
        var path = Plain(context.Request.Path.Value ?? "");
        var thrown = true;
        try
        {
            await next(context);
            thrown = false;
        }
        finally
        {
            var took = (long)clock.GetElapsedTime(began).TotalMilliseconds;
            Tell(log, context.Request.Method.Length < 10 ? context.Request.Method : "?", path, thrown ? 500 : context.Response.StatusCode, took);
        }
    }

    /// <summary>Without line ends and other control characters, which could forge a line or drive a terminal.</summary>
    internal static string Plain(string path)
    {
        var cut = path.Length > LongestPath ? path[..LongestPath] + "…" : path;
        return string.Create(cut.Length, cut, static (made, from) =>
        {
            for (var place = 0; place < from.Length; place++)
            {
                made[place] = char.IsControl(from[place]) || char.IsSurrogate(from[place]) ? '?' : from[place];
            }
        });
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Path} {Status} {Milliseconds} ms")]
    private static partial void Tell(ILogger log, string method, string path, int status, long milliseconds);
}
