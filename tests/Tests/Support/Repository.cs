using System.Runtime.CompilerServices;

namespace Trellis.Tests.Support;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Up(Path.GetDirectoryName(Here())!);

    private static string Up(string folder) => File.Exists(Path.Combine(folder, "Trellis.slnx")) ? folder : Up(Path.GetDirectoryName(folder)!);

    private static string Here([CallerFilePath] string path = "") => path;
}
