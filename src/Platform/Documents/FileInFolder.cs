namespace Trellis.Platform.Documents;

/// <summary>A file under its own name in a folder of its own, for as long as it is read.</summary>
public sealed class FileInFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trellis-");

    /// <param name="name">What no name may have in it is written as a dash: it must not lead out of the folder, whoever kept it.</param>
    /// <param name="content">What stands in the file.</param>
    public FileInFolder(string name, byte[] content)
    {
        var own = string.Concat(name.Select(sign => sign is '/' or '\\' || char.IsControl(sign) ? '-' : sign)).Trim('.');
        Path = System.IO.Path.Combine(folder.FullName, own.Length == 0 ? "file" : own);
        try
        {
            File.WriteAllBytes(Path, content);
        }
        catch
        {
            Dispose(); // nobody has it yet who would
            throw;
        }
    }

    public string Path { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
