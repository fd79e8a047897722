using System.Data.Common;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange;

/// <summary>One file on its way in: the file, where it goes, and the account of its rows.</summary>
/// <remarks>The connection has a transaction open on it. It is committed when the importer returns, and rolled back when it throws or in a dry run.</remarks>
public sealed class ImportRun
{
    public required Guid Id { get; init; }

    public required Place Place { get; init; }

    /// <summary>The data set; its row is in the database already, inside this transaction.</summary>
    public required Source Source { get; init; }

    public required TableFile File { get; init; }

    public required DbConnection Connection { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Which field each heading fills, where a person or the place's own list said so; otherwise empty.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();

    /// <summary>The field that each heading was read as, for whoever looks whether that is right.</summary>
    public Dictionary<string, string> ReadAs { get; } = new(Standards.Tables.Heading.Comparer);

    /// <summary>What a mapping says of the whole file, under "*": values for every row, as in "kind=Library; keep=all".</summary>
    public string? Option(string name) => OptionIn(Mapping, name);

    internal static string? OptionIn(IReadOnlyDictionary<string, string> mapping, string name) =>
        MappingSaid.Answers(mapping).FirstOrDefault(pair => pair.Key == name).Value;

    public ImportReport Report { get; } = new();

    /// <summary>Called every so many rows with the number of rows read so far.</summary>
    public Action<long> Progress { get; init; } = _ => { };

    public void Note(Row row, string? heading, string? value, string wrong, string done) => Note(row.Sheet, row.Number, heading, value, wrong, done);

    /// <summary>The same for a row that was read before this one.</summary>
    public void Note(string? sheet, long row, string? heading, string? value, string wrong, string done) => Find(sheet, row, heading, value, Severity.Note, wrong, done);

    public void Warn(Row row, string? heading, string? value, string wrong, string done) => Find(row.Sheet, row.Number, heading, value, Severity.Warning, wrong, done);

    /// <summary>The row stays outside: counts it as refused and says why.</summary>
    public void Refuse(Row row, string? heading, string? value, string wrong)
    {
        Report.Count(Outcome.Refused);
        Find(row.Sheet, row.Number, heading, value, Severity.Refusal, wrong, "Row left out");
    }

    /// <summary>Something about the file as a whole.</summary>
    public void Note(string wrong, string done) => Report.Add(new Finding { Id = Guid.CreateVersion7(Now), ImportId = Id, Severity = Severity.Note, Wrong = wrong, Done = done });

    private void Find(string? sheet, long row, string? heading, string? value, Severity severity, string wrong, string done) =>
        Report.Add(new Finding
        {
            Id = Guid.CreateVersion7(Now),
            ImportId = Id,
            Sheet = sheet,
            Row = row,
            Heading = heading,
            Value = value is { Length: > 200 } ? value[..200] + "…" : value,
            Severity = severity,
            Wrong = wrong,
            Done = done,
        });
}
