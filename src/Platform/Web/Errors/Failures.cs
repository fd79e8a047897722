using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Data;

namespace Trellis.Platform.Web.Errors;

/// <summary>Writes down what broke, under a reference that the page shows.</summary>
internal sealed partial class Failures(TimeProvider clock, ILogger<Failures> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Failure.StatusOf(exception) == StatusCodes.Status500InternalServerError || CannotSave.Because(exception) is not null)
        {
            var reference = Reference.For("ERR", Guid.CreateVersion7(clock.GetUtcNow()));
            Failure.Keep(httpContext, reference);
            Broke(log, reference, exception);
        }

        return ValueTask.FromResult(false); // the page or the problem details follow
    }

    [LoggerMessage(LogLevel.Error, "A request failed: {Reference}")]
    private static partial void Broke(ILogger log, string reference, Exception exception);
}
