namespace Trellis.Platform.Sources;

/// <summary>What follows from the name of a licence.</summary>
public static class Licences
{
    private static readonly string[] ShareAlike = ["ODbL", "Open Database", "BY-SA", "ShareAlike", "Share Alike", "Share-Alike"];

    /// <summary>Whether what is under it may only be passed on under it: then it must not stand among other rows in one file.</summary>
    public static bool IsShareAlike(string licence) => ShareAlike.Any(name => licence.Contains(name, StringComparison.OrdinalIgnoreCase));
}
