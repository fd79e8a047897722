using Microsoft.Extensions.Configuration;
using Trellis.Platform;

namespace Trellis.Support.Checks.Instruments;

/// <summary>The instruments that groups of this installation can choose from: those that come with Trellis, and those in the folder named by the setting <c>Instruments</c>.</summary>
internal sealed class InstrumentFiles
{
    private const string Own = "Trellis.Support.Instruments.";

    public InstrumentFiles(IConfiguration configuration)
        : this(Shipped().Concat(InFolder(configuration["Instruments"])))
    {
    }

    public InstrumentFiles(IEnumerable<(string File, string Content)> files)
    {
        var (found, faults) = (new List<Instrument>(), new List<Problem>());
        foreach (var (file, content) in files)
        {
            var read = ReadInstrument.From(file, content);
            if (!read.Succeeded)
            {
                faults.AddRange(read.Problems);
            }
            else if (found.Exists(one => one.Key == read.Value.Key && one.Version == read.Value.Version))
            {
                faults.Add(new("", $"{file}: There is an instrument “{read.Value.Key}” of version {read.Value.Version} already. Give this one another id or version."));
            }
            else
            {
                found.Add(read.Value);
            }
        }

        (All, Faults) = (found, faults);
    }

    public IReadOnlyList<Instrument> All { get; }

    /// <summary>What is wrong with files that are therefore not offered.</summary>
    public IReadOnlyList<Problem> Faults { get; }

    public Instrument? Find(string? key, string? version) => All.FirstOrDefault(one => one.Key == key && one.Version == version);

    private static IEnumerable<(string File, string Content)> Shipped()
    {
        var assembly = typeof(InstrumentFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Own, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name[Own.Length..], reader.ReadToEnd());
        }
    }

    private static IEnumerable<(string File, string Content)> InFolder(string? folder) =>
        folder is { Length: > 0 } && Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
            : [];
}
