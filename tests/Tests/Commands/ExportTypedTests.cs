using Trellis.Tests.Support;

namespace Trellis.Tests.Commands;

/// <summary>What the export command says of a file that could not hold all.</summary>
public sealed class ExportTypedTests
{
    [Fact]
    public async Task An_export_says_how_many_records_a_licence_keeps_out_of_it()
    {
        using var own = DemoPlace.Create();
        var folder = Scratch.Folder("typed");
        string File(string name) => Path.Combine(folder, name);
        await System.IO.File.WriteAllTextAsync(File("shared.csv"), "Group,Post code\nCroquet of Sale,M33 2RP\n");
        Assert.Single((await Typed.Command(own, "export", "groups", "--out", File("before.csv"))).Said.Trim().Split('\n'));

        await Typed.Command(own, "import", File("shared.csv"), "--licence", "ODbL v1.0");

        Assert.Contains("\n1 more is not in it: ", (await Typed.Command(own, "export", "groups", "--out", File("after.csv"))).Said, StringComparison.Ordinal);
    }
}
