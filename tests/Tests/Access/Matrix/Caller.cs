using System.Text.RegularExpressions;
using Trellis.Platform.Access;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access.Matrix;

/// <summary>Somebody at a browser who may or may not come in, with the roles they hold.</summary>
internal sealed partial class Caller(string name, HttpClient client, string? token, bool isSignedIn, params (Role Role, Guid Scope)[] held)
{
    private string antiforgery = "";
    private string cookie = "";

    public string Name => name;

    public bool IsSignedIn => isSignedIn;

    /// <summary>The appointment by which they hold their role in our place.</summary>
    public Guid? OwnAppointment { get; init; }

    public Guid SessionId { get; init; }

    /// <summary>The roles they hold in the place, the group of an address, or the whole installation; read straight from the table, not by the product.</summary>
    public bool Holds(IReadOnlyList<Role> any, Guid placeId, Guid? groupId) =>
        isSignedIn && held.Any(one => any.Contains(one.Role) && one.Scope == one.Role.Scope() switch { RoleScope.Installation => Guid.Empty, RoleScope.Place => placeId, _ => groupId });

    public async Task<Answer> Ask(string verb, string url, IReadOnlyDictionary<string, string>? form = null, bool withToken = true, params (string Name, string Value)[] headers)
    {
        if (verb == "POST" && withToken && antiforgery.Length == 0)
        {
            await Prepare();
        }

        using var request = new HttpRequestMessage(new(verb), new Uri(url, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", new[] { token is null ? "" : "trellis=" + token, withToken ? cookie : "" }.Where(one => one.Length > 0)));
        foreach (var header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        if (verb == "POST")
        {
            // One token does for all of a caller's forms, so that something else must tell each from the last: the same form is done once.
            request.Content = new FormUrlEncodedContent([.. form ?? new Dictionary<string, string>(), new("__RequestVerificationToken", withToken ? antiforgery : ""), new("once", Guid.NewGuid().ToString())]);
        }

        using var response = await client.SendAsync(request);
        var said = await response.Content.ReadAsStringAsync();
        var heads = response.Headers.Concat(response.Content.Headers).Where(one => one.Key is not ("Date" or "Set-Cookie" or "Location"))
            .OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}: {string.Join(',', one.Value)}");
        return new((int)response.StatusCode, Changing().Replace(string.Join('\n', heads) + "\n\n" + said, "…"), response.Headers.Location?.ToString(), said);
    }

    /// <summary>The token and its cookie, as the page of signing out gives them to everybody.</summary>
    private async Task Prepare()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-out");
        request.Headers.TryAddWithoutValidation("Cookie", token is null ? "" : "trellis=" + token);
        using var response = await client.SendAsync(request);
        antiforgery = Token().Match(await response.Content.ReadAsStringAsync()).Groups[1].Value;
        cookie = response.Headers.GetValues("Set-Cookie").Single(one => one.Contains("Antiforgery", StringComparison.Ordinal)).Split(';')[0];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("nonce[-=]\"?[A-Za-z0-9+/_=-]+")]
    private static partial Regex Changing();
}

/// <summary>What came: the status, and everything that two answers can be told apart by.</summary>
internal sealed record Answer(int Status, string Whole, string? Location, string Body);
