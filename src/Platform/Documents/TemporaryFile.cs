namespace Trellis.Platform.Documents;

/// <summary>Room on disk for what is too large for memory, which nobody else can open and which is gone with whoever holds it, even after a crash.</summary>
internal static class TemporaryFile
{
    public static FileStream Make()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
            return new(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var made = new FileStream(path, options);
        File.Delete(path); // what is open stays readable without a name
        return made;
    }
}
