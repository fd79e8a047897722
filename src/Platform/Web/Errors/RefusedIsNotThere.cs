using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Trellis.Platform.Access;

namespace Trellis.Platform.Web.Errors;

/// <summary>Not allowed and not there are one 404, so that nobody learns what exists from being refused.</summary>
internal sealed class RefusedIsNotThere : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        if (authorizeResult.AuthorizationFailure?.FailureReasons.OfType<AsksPasskey>().FirstOrDefault() is { } asks)
        {
            context.Response.Redirect(asks.Address(HttpMethods.IsGet(context.Request.Method) ? context.Request.GetEncodedPathAndQuery() : "/me"));
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
