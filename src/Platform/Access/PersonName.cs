namespace Trellis.Platform.Access;

/// <summary>What people want to be called.</summary>
public static class PersonName
{
    private const int Longest = 100;

    public static readonly Problem Missing = new("Name", "Enter your name, as others here should see it, in at most 100 letters.");

    /// <summary>Without spaces around it; null where there is none, or it is too long or holds signs that no name has.</summary>
    public static string? Tidy(string? typed)
    {
        var text = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length is > 0 and <= Longest && !text.Any(char.IsControl) ? text : null;
    }
}
