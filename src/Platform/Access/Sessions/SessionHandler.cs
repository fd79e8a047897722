using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Trellis.Platform.Access;

/// <summary>Finds out, at each request anew, who is signed in and what roles they hold now: what is taken away is gone at once.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ReadSession read)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { Length: > 0 and < 100 } token)
        {
            return AuthenticateResult.NoResult();
        }

        return await read.Handle(token, Context.RequestAborted) is { } actor
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ActorIdentity(actor)), SessionCookie.Scheme))
            : AuthenticateResult.NoResult();
    }
}
