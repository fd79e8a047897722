using System.Runtime.CompilerServices;

namespace Trellis.Tests.Support;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "var", ".git", "artifacts", "TestResults", "node_modules"];

    public static string Root { get; } = Up(Path.GetDirectoryName(Here())!);

    /// <summary>Our own files below a folder, without what building and running leaves there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var start = Path.Combine(Root, folder);
        return Directory.EnumerateFiles(start, pattern)
            .Concat(Directory.EnumerateDirectories(start).Where(inside => !NotOurs.Contains(Path.GetFileName(inside)))
                .SelectMany(inside => Files(inside, pattern)));
    }

    /// <summary>How the file is called from the root, as in src/App/Site.cs.</summary>
    public static string Name(string file) => Path.GetRelativePath(Root, file);

    private static string Up(string folder) => File.Exists(Path.Combine(folder, "Trellis.slnx")) ? folder : Up(Path.GetDirectoryName(folder)!);

    private static string Here([CallerFilePath] string path = "") => path;
}
