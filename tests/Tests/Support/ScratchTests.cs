using System.Text.RegularExpressions;

namespace Trellis.Tests.Support;

/// <summary>Tests leave nothing behind on the machine that ran them.</summary>
public sealed partial class ScratchTests
{
    [Fact]
    public void Every_test_writes_into_the_folder_that_goes() =>
        Assert.Equal([], Repository.Files("tests/Tests", "*.cs").Where(file => Path.GetFileName(file) is not ("Scratch.cs" or "ScratchTests.cs"))
            .Where(file => OwnFolder().IsMatch(File.ReadAllText(file))).Select(file => $"{Repository.Name(file)} makes a temporary file or folder of its own: ask Scratch for it."));

    [Fact]
    public void A_folder_of_its_own_is_seen() => Assert.Matches(OwnFolder(), "var a = Directory.CreateTempSubdirectory();");

    [GeneratedRegex(@"CreateTempSubdirectory|GetTempPath|GetTempFileName")]
    private static partial Regex OwnFolder();
}
