using System.Text.RegularExpressions;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>What the repository's files must and must not be.</summary>
public sealed partial class Files
{
    // In pieces, so that this file does not report itself.
    private const string OneMachine = @"(^|[^a-zA-Z0-9.\-_])/(" + "work/(main|shared)|farm/[a-z]|root/[a-z]" + @")|/" + @"tmp/[a-z]|/" + @"home/[a-z]+/|[A-Z]:\\" + @"Users\\";

    [Fact]
    public void Every_project_has_its_lock_file() => Assert.Equal([], Unlocked(Repository.Files("", "*.csproj")));

    [Fact]
    public void No_file_speaks_of_one_machines_folders() =>
        Assert.Equal([], TextFiles().SelectMany(file => Machines(File.ReadAllText(file)).Select(found => $"{Repository.Name(file)}: {found}")));

    [Fact]
    public void The_root_holds_what_a_visitor_expects() =>
        Assert.Equal([], Strays(Directory.GetFiles(Repository.Root).Select(Path.GetFileName)!));

    [Fact]
    public void Samples_of_each_are_reported()
    {
        Assert.Equal(["cd /" + "work/main", "open /" + "root/x"], Machines("cd /" + "work/main\nhttps://a.org/work/papers\nopen /" + "root/x"));
        Assert.Equal(["notes.txt"], Strays(["README.md", "notes.txt", "start"]));
        var bare = Scratch.Folder("bare");
        Assert.Equal([Repository.Name(Path.Combine(bare, "A.csproj"))], Unlocked([Path.Combine(bare, "A.csproj")]));
        Directory.Delete(bare);
    }

    private static IEnumerable<string> Unlocked(IEnumerable<string> projects) =>
        projects.Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))).Select(Repository.Name);

    private static IEnumerable<string> Machines(string text) => text.Split('\n').Where(line => Regex.IsMatch(line, OneMachine)).Select(line => line.Trim());

    private static IEnumerable<string> Strays(IEnumerable<string> names) => names.Where(name => !Expected().IsMatch(name));

    private static IEnumerable<string> TextFiles() =>
        Repository.Files("", "*").Where(file => !Repository.Name(file).StartsWith("data/", StringComparison.Ordinal) && Text().IsMatch(file));

    [GeneratedRegex(@"^(README|CONTRIBUTING|STYLE|CHANGELOG|SECURITY)\.md$|^LICENSE.*$|^\.[a-z]+$|^(start|test|trellis|global\.json|nuget\.config|BannedSymbols\.txt|Directory\.[A-Za-z]+\.(props|targets)|Trellis\.slnx)$")]
    private static partial Regex Expected();

    [GeneratedRegex(@"\.(cs|cshtml|md|css|js|sql|json|props|targets|csproj|slnx|config|txt|sh|yml)$|/(start|test|trellis|run)$")]
    private static partial Regex Text();
}
