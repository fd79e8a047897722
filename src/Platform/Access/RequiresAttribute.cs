using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>By which rule a page or endpoint lets people in; everyone else meets a 404.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(string rule) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData, IAuthorizeData
{
    public string Rule => rule;

    // Present so that the fallback policy steps aside; the requirement itself does the deciding.
    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Finds the organisation or fund that an address is about, so that roles held in it count there and nowhere else.</summary>
public interface IScopeOfAddress
{
    /// <summary>Its id; null where the address names none that this place has.</summary>
    Task<Guid?> Find(HttpContext context, Guid placeId, CancellationToken stop);
}

/// <summary>They would be let in, had they shown a passkey.</summary>
internal sealed class AsksPasskey(IAuthorizationHandler handler, Actor actor) : AuthorizationFailureReason(handler, "A staff role asks for a passkey.")
{
    /// <summary>Where to show one, or to add the first.</summary>
    public string Address(string back) => QueryHelpers.AddQueryString(actor.HasPasskey ? "/sign-in/again" : "/me/passkeys", "back", back);
}

internal sealed class RequiresHandler(Allowed allowed, Here here, IEnumerable<IScopeOfAddress> scopes, IHttpContextAccessor web) : AuthorizationHandler<RequiresAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (context.User.Identity is ActorIdentity { Who: var actor } && web.HttpContext is { } request && await Allows(actor, requirement.Rule, request))
        {
            context.Succeed(requirement);
        }
        else if (context.User.Identity is ActorIdentity { Who: { Withheld.Count: > 0 } held } && web.HttpContext is { } there
            && await Allows(held with { Roles = [.. held.Roles, .. held.Withheld] }, requirement.Rule, there))
        {
            context.Fail(new AsksPasskey(this, held));
        }
    }

    private async Task<bool> Allows(Actor actor, string rule, HttpContext request)
    {
        var stop = request.RequestAborted;
        var placeId = (await here.Place(stop))?.Id ?? Guid.Empty;
        if (await allowed.To(actor, rule, placeId, stop))
        {
            return true;
        }

        foreach (var scope in scopes)
        {
            if (await scope.Find(request, placeId, stop) is { } found && await allowed.To(actor, rule, placeId, stop, found))
            {
                return true;
            }
        }

        return false;
    }
}
