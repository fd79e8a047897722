using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trellis.Platform.Access;

/// <summary>What somebody typed into a form before they were asked again who they are; it waits in their own browser's page.</summary>
internal static class KeptAnswers
{
    private const int Longest = 500_000;

    /// <summary>All fields of the form but the proof of where it came from; null where there is too much to keep.</summary>
    public static string? Write(IFormCollection form)
    {
        var kept = JsonSerializer.Serialize(form.Where(field => field.Key != "__RequestVerificationToken").ToDictionary(field => field.Key, field => field.Value.ToArray()));
        return kept.Length <= Longest ? kept : null;
    }

    public static IEnumerable<(string Name, string Value)> Read(string? kept)
    {
        try
        {
            var fields = string.IsNullOrEmpty(kept) ? null : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(kept);
            return fields is null ? [] : [.. fields.SelectMany(field => field.Value.Select(value => (field.Key, value ?? "")))];
        }
        catch (JsonException)
        {
            return []; // somebody has altered their own page
        }
    }
}
