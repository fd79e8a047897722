using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>What is too long to read in one go is split by meaning: no file over 300 lines, no method over 50.</summary>
public sealed class Sizes(ITestOutputHelper output)
{
    private const int LongestFile = 300;
    private const int LongestMethod = 50;

    [Fact]
    public void No_file_is_too_long()
    {
        var files = new[] { "*.cs", "*.cshtml", "*.css", "*.js", "*.sql" }
            .SelectMany(pattern => new[] { "src", "tests", "bench" }.SelectMany(folder => Repository.Files(folder, pattern)))
            .Select(file => (Name: Repository.Name(file), Lines: File.ReadLines(file).Count())).ToList();
        Print("files", files);
        Assert.Equal([], TooLong(files.Where(file => !file.Name.EndsWith(".css", StringComparison.Ordinal)), LongestFile));
    }

    [Fact]
    public void No_method_is_too_long()
    {
        var methods = Product.All.Append(typeof(Sizes).Assembly).SelectMany(Methods).Where(method => !method.Name.EndsWith(nameof(TooLongSample), StringComparison.Ordinal)).ToList();
        Print("methods", methods);
        Assert.Equal([], TooLong(methods, LongestMethod));
    }

    [Fact]
    public void A_method_that_is_too_long_is_reported()
    {
        var sample = Methods(typeof(Sizes).Assembly).Where(method => method.Name.EndsWith(nameof(TooLongSample), StringComparison.Ordinal));
        Assert.Matches(@"^Trellis\.Tests\.Guards\.Sizes\.TooLongSample has 5\d lines$", Assert.Single(TooLong(sample, LongestMethod)));
        Assert.Equal(["a has 301 lines"], TooLong([("a", 301), ("b", 300)], LongestFile));
    }

    private static IEnumerable<string> TooLong(IEnumerable<(string Name, int Lines)> all, int most) =>
        all.Where(one => one.Lines > most).Select(one => $"{one.Name} has {one.Lines} lines");

    private void Print(string what, IReadOnlyCollection<(string Name, int Lines)> all)
    {
        var sorted = all.Select(one => one.Lines).Order().ToList();
        output.WriteLine($"{sorted.Count} {what}: median {sorted[sorted.Count / 2]} lines, 90 % up to {sorted[sorted.Count * 9 / 10]}; the longest ten:");
        foreach (var (name, lines) in all.OrderByDescending(one => one.Lines).Take(10))
        {
            output.WriteLine($"{lines,5}  {name}");
        }
    }

    /// <summary>Each method with its length from the debugging symbols; of a view only what is C# by hand would count, so views are left out.</summary>
    private static IEnumerable<(string Name, int Lines)> Methods(Assembly assembly)
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        var reader = symbols.GetMetadataReader();
        foreach (var handle in reader.MethodDebugInformation)
        {
            var points = reader.GetMethodDebugInformation(handle).GetSequencePoints().Where(point => !point.IsHidden && IsCode(reader, point.Document)).ToList();
            var method = assembly.ManifestModule.ResolveMethod(MetadataTokens.GetToken(handle.ToDefinitionHandle()))!;
            if (points.Count > 0 && method.Name != ".cctor") // a table of values may be long
            {
                // A constructor's points include the starting values of fields anywhere in the class.
                var lines = method is ConstructorInfo ? points.Max(point => point.EndLine - point.StartLine) : points.Max(point => point.EndLine) - points.Min(point => point.StartLine);
                yield return ($"{method.DeclaringType!.FullName}.{method.Name}", lines + 1);
            }
        }
    }

    private static bool IsCode(MetadataReader reader, DocumentHandle handle)
    {
        var file = reader.GetString(reader.GetDocument(handle).Name);
        return file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith(".g.cs", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal);
    }

    private static int TooLongSample(int a)
    {
        a += 1;
        a += 2;
        a += 3;
        a += 4;
        a += 5;
        a += 6;
        a += 7;
        a += 8;
        a += 9;
        a += 10;
        a += 11;
        a += 12;
        a += 13;
        a += 14;
        a += 15;
        a += 16;
        a += 17;
        a += 18;
        a += 19;
        a += 20;
        a += 21;
        a += 22;
        a += 23;
        a += 24;
        a += 25;
        a += 26;
        a += 27;
        a += 28;
        a += 29;
        a += 30;
        a += 31;
        a += 32;
        a += 33;
        a += 34;
        a += 35;
        a += 36;
        a += 37;
        a += 38;
        a += 39;
        a += 40;
        a += 41;
        a += 42;
        a += 43;
        a += 44;
        a += 45;
        a += 46;
        a += 47;
        a += 48;
        a += 49;
        a += 50;
        a += 51;
        return a;
    }
}
