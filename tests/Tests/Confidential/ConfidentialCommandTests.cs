using Trellis.Tests.Durability;
using Trellis.Tests.Support;

namespace Trellis.Tests.Confidential;

/// <summary>The key by the command line, in processes of their own.</summary>
public sealed class ConfidentialCommandTests
{
    [Fact]
    public async Task The_key_is_made_once_copied_changed_and_its_loss_is_said()
    {
        using var database = TestDatabase.Create();
        var folder = Scratch.Folder("key");
        var (key, copy) = (Path.Combine(folder, "confidential.key"), Path.Combine(folder, "copy.key"));
        Assert.Equal(2, (await Say("export", "--to", copy)).Code);
        var made = await Say("make");
        Assert.True(made.Code == 0, made.Said);
        var first = await File.ReadAllTextAsync(key);
        Assert.Equal(0, (await Say("make")).Code);
        Assert.Equal(first, await File.ReadAllTextAsync(key));
        Assert.Equal(0, (await Say("export", "--to", copy)).Code);
        Assert.Equal(first, await File.ReadAllTextAsync(copy));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(copy) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(2, (await Say("export", "--to", copy)).Code);
        Assert.Equal(0, (await Say("rotate")).Code);
        Assert.StartsWith(first.TrimEnd(), await File.ReadAllTextAsync(key), StringComparison.Ordinal);

        File.Delete(key);
        foreach (var verb in new[] { "make", "rotate" })
        {
            var (code, said) = await Say(verb);
            Assert.Equal(2, code);
            Assert.Contains("The key of the confidential compartment is missing: it should be in " + key, said, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(key));
        Directory.Delete(folder, recursive: true);

        async Task<(int Code, string Said)> Say(params string[] words)
        {
            using var child = Child.Trellis(database, ["confidential", .. words], ("TRELLIS_DATA", folder));
            return await child.End();
        }
    }
}
