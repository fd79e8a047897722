using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trellis.Tests.Access;

/// <summary>An OpenID Connect site in a process of its own, with a real key. It does right unless a visitor asks it to do wrong, by adding as=… to its address.</summary>
public sealed class OutsideSite
{
    public const string Address = "TRELLIS_TEST_OUTSIDE";
    public const string Client = "trellis";
    public const string ClientSecret = "a secret between the two";

    private readonly RSA key = RSA.Create(2048), other = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> codes = new();
    private readonly string address = Environment.GetEnvironmentVariable(Address) ?? "";

    private sealed record Asked(string Nonce, string Challenge, string RedirectUri, string As, string Subject);

    [Fact(Explicit = true)]
    public async Task Serve()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(30)); // if whoever started it is gone
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(address);
        app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = address,
            authorization_endpoint = address + "/authorize",
            token_endpoint = address + "/token",
            userinfo_endpoint = address + "/userinfo",
            jwks_uri = address + "/keys",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        });
        app.MapGet("/keys", () => new { keys = new[] { new { kty = "RSA", use = "sig", kid = "1", alg = "RS256", n = Text(key.ExportParameters(false).Modulus!), e = Text(key.ExportParameters(false).Exponent!) } } });
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", Token);
        app.MapGet("/userinfo", (HttpRequest request) => Person(codes[request.Headers.Authorization.ToString()["Bearer ".Length..]]));
        await app.StartAsync(stop.Token);
        await Task.Delay(Timeout.Infinite, stop.Token);
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        if (asked["client_id"] != Client || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256" || asked["scope"] != "openid email profile")
        {
            return Results.BadRequest("This is not how it is asked.");
        }

        var code = Text(RandomNumberGenerator.GetBytes(16));
        codes[code] = new(asked["nonce"]!, asked["code_challenge"]!, asked["redirect_uri"]!, asked["as"]!, asked["who"]!);
        return Results.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_secret"] != ClientSecret || !codes.TryGetValue(form["code"]!, out var asked) || asked.RedirectUri != form["redirect_uri"]
            || Text(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != asked.Challenge)
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        return Results.Json(new { access_token = form["code"].ToString(), token_type = "Bearer", expires_in = 60, id_token = Sign(asked) });
    }

    private string Sign(Asked asked)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var token = new Dictionary<string, object>(Person(asked))
        {
            ["iss"] = asked.As == "wrong-issuer" ? "https://evil.example" : address,
            ["aud"] = asked.As == "wrong-audience" ? "another-site" : Client,
            ["nonce"] = asked.As == "wrong-nonce" ? "another" : asked.Nonce,
            ["iat"] = now - 3600,
            ["exp"] = asked.As == "expired" ? now - 1800 : now + 300,
        };
        var text = Text("""{"alg":"RS256","typ":"JWT","kid":"1"}"""u8.ToArray()) + "." + Text(JsonSerializer.SerializeToUtf8Bytes(token));
        return text + "." + Text((asked.As == "forged" ? other : key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static Dictionary<string, object> Person(Asked asked) => new()
    {
        ["sub"] = "subject of " + asked.Subject,
        ["email"] = asked.As == "moved" ? "moved-" + asked.Subject : asked.Subject,
        ["email_verified"] = asked.As != "unverified",
        ["name"] = "Ola Outside",
    };

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
