using Microsoft.AspNetCore.Mvc;

namespace Trellis.Platform.Access;

/// <summary>A form that asks this browser for a passkey.</summary>
/// <param name="Begin">Where its script fetches the question.</param>
/// <param name="Words">On its button.</param>
public sealed record PasskeyForm(string Action, string Begin, string Words)
{
    /// <summary>get or create, as the browser calls it.</summary>
    public string Kind { get; init; } = "get";

    public bool AsksName { get; init; }

    /// <summary>Whether passkeys are also offered in the field for the address.</summary>
    public bool IsAutofill { get; init; }

    public string? Back { get; init; }

    public string? Kept { get; init; }

    /// <summary>The question as the script wants it. The options are the framework's own JSON.</summary>
    internal static ContentResult Question((Guid Id, string Options) asked) =>
        new() { ContentType = "application/json", Content = $$"""{"challenge":"{{asked.Id}}","options":{{asked.Options}}}""" };
}
