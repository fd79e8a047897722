using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;

namespace Trellis.Platform.Access;

/// <summary>Sends whoever wants to do something risky to the page that asks them again, and remembers where they were.</summary>
internal sealed class AskAgain(RequestDelegate next, TimeProvider clock)
{
    public Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StepUpAttribute>() is null || Address(context, clock) is not { } address)
        {
            return next(context);
        }

        // With 307 a browser sends the answers along, and the page keeps them.
        context.Response.StatusCode = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? StatusCodes.Status302Found : StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = address;
        return Task.CompletedTask;
    }

    /// <summary>Where to be asked again; null where that is not needed.</summary>
    internal static string? Address(HttpContext context, TimeProvider clock) =>
        context.User.Identity is ActorIdentity { Who: var actor } && StepUpAttribute.IsNeeded(actor, clock.GetUtcNow())
            ? QueryHelpers.AddQueryString("/sign-in/again", "back", context.Request.GetEncodedPathAndQuery())
            : null;
}

/// <summary>The same for a page of which only some handlers are risky.</summary>
internal sealed class AskAgainBeforeHandler(TimeProvider clock) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod?.MethodInfo.GetCustomAttribute<StepUpAttribute>() is null || AskAgain.Address(context.HttpContext, clock) is not { } address)
        {
            return next();
        }

        context.Result = new LocalRedirectResult(address, permanent: false, preserveMethod: !HttpMethods.IsGet(context.HttpContext.Request.Method));
        return Task.CompletedTask;
    }
}
