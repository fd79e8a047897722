using Trellis.Platform;

namespace Trellis.Support.Plans;

/// <summary>What people typed into a field that must not be empty, so that its length can be asked of it.</summary>
internal static class Typed
{
    /// <summary>Empty where nothing is left.</summary>
    public static string Text(string? typed) => FreeText.Tidy(typed) ?? "";

    /// <summary>The same in one line.</summary>
    public static string Line(string? typed) => FreeText.Line(typed) ?? "";
}
