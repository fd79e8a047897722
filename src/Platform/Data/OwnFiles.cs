namespace Trellis.Platform.Data;

/// <summary>Files with everything in them: for whoever runs this installation, and for no other user of the machine.</summary>
public static class OwnFiles
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>An empty file in the place of what was there, to be written by us or by a program that is given its name.</summary>
    public static FileStream Create(string path)
    {
        System.IO.File.Delete(path); // which may have been open to others
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>The folder; one that is there already stays as it is.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Folder);
        }
    }
}
