namespace Trellis.Platform.Access;

/// <summary>Why something was done to somebody's rights, in the words of whoever did it.</summary>
internal static class Reason
{
    private const int Longest = 500;

    public static readonly Problem Missing = new("Because", "Say why, in at most 500 letters. It is kept in the history.");

    /// <summary>Null where there is none.</summary>
    public static string? Tidy(string? typed) => typed?.Trim() is { Length: > 0 and <= Longest } text ? text : null;
}
