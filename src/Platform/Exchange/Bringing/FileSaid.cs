using System.Text.Json;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>What somebody says of a file that waits.</summary>
/// <param name="Format">What it is; null where its headings decide.</param>
/// <param name="Key">The list it is a newer edition of, or its own.</param>
/// <param name="Mapping">Empty where nobody has said what its columns hold.</param>
internal sealed record FileSaid(string? Format, string Key, string Title, string Publisher, string Licence, DateOnly? AsOf, IReadOnlyDictionary<string, string> Mapping)
{
    /// <summary>Of a file of which nobody has said anything yet but this.</summary>
    public static FileSaid Of(SourceDetails own) => new(null, own.Key, own.Title, own.Publisher, own.Licence, null, own.Mapping);

    /// <summary>A mapping of columns and of what is said of the whole file.</summary>
    public static Dictionary<string, string> Together(IEnumerable<KeyValuePair<string, string>> columns, IEnumerable<KeyValuePair<string, string>> options) =>
        MappingSaid.With(new Dictionary<string, string>(columns), options);

    /// <summary>The answer to an option of the importer; null where there is none.</summary>
    public string? Option(string name) => ImportRun.OptionIn(Mapping, name);

    public static FileSaid Read(string json) => JsonSerializer.Deserialize<FileSaid>(json)!;

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>As it goes into the record of sources.</summary>
    public SourceDetails Details(string fileName) => SourceDetails.OwnFile(fileName).SaidToBe(Title, Publisher, Licence) with { Key = Key, AsOf = AsOf, Mapping = Mapping };
}
