namespace Trellis.Tests.Support;

/// <summary>Folders for what tests write. All lie in one, which goes when the tests end.</summary>
internal static class Scratch
{
    private static readonly string Root = Directory.CreateTempSubdirectory("trellis-tests-").FullName;

    static Scratch() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A site that is still shutting down may write meanwhile; the folder is a temporary one.
        }
    };

    /// <summary>A new, empty folder.</summary>
    public static string Folder(string name = "folder") => Directory.CreateDirectory(Path.Combine(Root, $"{name}-{Guid.CreateVersion7():n}")).FullName;

    /// <summary>The name of a file that is not there yet.</summary>
    public static string File(string name) => Path.Combine(Folder(), name);
}
