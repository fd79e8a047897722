using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards.Corpus;

/// <summary>Every hostile or broken file of the corpus is refused or reported with its reason, in seconds, and without filling the memory.</summary>
[Collection(nameof(Alone))]
public sealed class BrokenFiles(ITestOutputHelper output) : IDisposable
{
    private const long MostMemory = 100 << 20;

    internal static readonly IReadOnlyList<BadFile> All = [.. PackedFiles.All, .. Workbooks.All, .. Delimited.All, .. JsonFiles.All];

    private readonly string folder = Scratch.Folder();

    public static TheoryData<string> Names => [.. All.Select(f => f.Name)];

    public static TheoryData<string> Guarded => [.. All.Where(f => f.Lifted is not null || f.Sound is not null).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_file_meets_its_fate_in_five_seconds_and_with_flat_memory(string name)
    {
        var bad = All.Single(f => f.Name == name);
        var looked = Looked.At(Make(bad.Write, name), name.StartsWith("larger", StringComparison.Ordinal) ? new() { Bytes = 10 << 20, Ratio = int.MaxValue } : null);
        output.WriteLine($"{looked.Refused ?? string.Join(" / ", looked.Findings.Take(3).Cast<object>().Concat(looked.Notes))} ({looked.Rows} rows, {looked.Took.TotalMilliseconds:N0} ms, {looked.Grew >> 20} MB)");

        Assert.True(looked.Took < TimeSpan.FromSeconds(5), $"took {looked.Took}");
        Assert.True(looked.Grew <= MostMemory, $"grew by {looked.Grew >> 20} MB");
        Meets(bad.Fate, looked, name);
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public void The_same_file_is_read_without_its_fault_or_with_the_limit_lifted(string name)
    {
        var bad = All.Single(f => f.Name == name);
        var looked = Looked.At(Make(bad.Sound ?? bad.Write, name), bad.Lifted);
        Assert.Null(looked.Refused);
        Assert.DoesNotContain(looked.Findings, f => bad.Fate.Reason is { } reason && f.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void The_corpus_is_large_and_its_names_are_unique() => Assert.True(All.DistinctBy(f => f.Name).Count() == All.Count && All.Count >= 40, $"{All.Count}");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Meets(Fate fate, Looked looked, string name)
    {
        if (fate.Refused is { } words)
        {
            Assert.NotNull(looked.Refused);
            Assert.Contains(words, looked.Refused, StringComparison.Ordinal);
            Assert.StartsWith(name, looked.Refused, StringComparison.Ordinal);
            Assert.Matches(@"[.?]$", looked.Refused);
            return;
        }

        Assert.Null(looked.Refused);
        if (fate.Reason is { } reason)
        {
            var finding = Assert.Single(looked.Findings, f => f.Row == fate.Row && f.Reason.Contains(reason, StringComparison.Ordinal));
            Assert.Equal(fate.Column, finding.Column);
        }
        else
        {
            Assert.Empty(looked.Findings);
        }

        if (fate.Note is { } note)
        {
            Assert.Contains(looked.Notes, n => n.Contains(note, StringComparison.Ordinal));
        }

        Assert.Equal(fate.Rows ?? looked.Rows, looked.Rows);
    }

    private string Make(Action<string> write, string name)
    {
        var path = Path.Combine(folder, name);
        write(path);
        return path;
    }
}
