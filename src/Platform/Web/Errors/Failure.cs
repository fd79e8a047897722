using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Web.Once;

namespace Trellis.Platform.Web.Errors;

/// <summary>What a request that failed says about it: page and API say the same.</summary>
public static class Failure
{
    private static readonly object Key = new();

    /// <summary>What to quote when asking about it; null where nothing broke.</summary>
    public static string? ReferenceOf(HttpContext context) => context.Items[Key] as string;

    internal static void Keep(HttpContext context, string reference) => context.Items[Key] = reference;

    internal static int StatusOf(Exception failure) => failure switch
    {
        NoPlaceException => StatusCodes.Status503ServiceUnavailable,
        FileRefusedException => StatusCodes.Status422UnprocessableEntity,
        DbUpdateConcurrencyException or SentBeforeException => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ when CannotSave.Because(failure) is not null => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The sentence that the exception was made to tell people; null where it was made for us.</summary>
    public static string? SentenceOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            (NoPlaceException or FileRefusedException or SentBeforeException) and var told => told.Message,
            { } failure => CannotSave.Because(failure),
            null => null,
        };

    internal static void Describe(ProblemDetailsContext details)
    {
        details.ProblemDetails.Detail ??= SentenceOf(details.HttpContext);
        details.ProblemDetails.Extensions.Remove("traceId");
        if (ReferenceOf(details.HttpContext) is { } reference)
        {
            details.ProblemDetails.Extensions["reference"] = reference;
        }
    }
}
