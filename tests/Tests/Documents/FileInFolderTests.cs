using Trellis.Platform.Documents;

namespace Trellis.Tests.Documents;

public sealed class FileInFolderTests
{
    [Theory]
    [InlineData("groups 2026.csv", "groups 2026.csv")]
    [InlineData("../../etc/passwd", "-..-etc-passwd")]
    [InlineData("a\\b\0c.csv", "a-b-c.csv")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    public void A_name_stays_in_its_folder_which_goes_with_it(string name, string kept)
    {
        string path;
        using (var file = new FileInFolder(name, [1, 2]))
        {
            path = file.Path;
            Assert.Equal(kept, Path.GetFileName(path));
            Assert.Equal([1, 2], File.ReadAllBytes(path));
            Assert.StartsWith("trellis-", Path.GetFileName(Path.GetDirectoryName(path)), StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }
}
