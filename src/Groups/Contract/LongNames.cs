namespace Trellis.Groups.Contract;

/// <summary>How long a name can be: what is longer is a description, and an index of the database holds no such text.</summary>
public static class LongNames
{
    public const int Longest = 300;

    /// <summary>Of a row that is left out for it.</summary>
    public const string Refusal = "The name is longer than 300 letters, as no name is. Perhaps the column holds a description";

    public static bool IsTooLong(string? name) => name?.Length > Longest;
}
