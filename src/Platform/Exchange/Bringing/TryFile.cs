using System.Data.Common;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Runs the import of a file that came by the browser: to see what would come of it, or for good.</summary>
internal sealed class TryFile(RunImport import, IEnumerable<Importer> importers)
{
    private const int Samples = 3;
    private const int RowsForSamples = 50;
    private const int LongestSample = 60;

    /// <summary>Those that a place's own people may use: the outlines and figures of its areas come with the installation.</summary>
    public IReadOnlyList<Importer> Importers { get; } = [.. importers.Where(importer => !importer.IsOfAreas).OrderBy(importer => importer.Title, StringComparer.Ordinal)];

    /// <summary>What a file is by its headings; null where they say nothing, or that it is not for a place's own people.</summary>
    public Importer? Recognise(IReadOnlyList<string> headings) => Importer.Surest(importers, headings) is { IsOfAreas: false } surest ? surest : null;

    /// <summary>Null where the file has no format that is known, or one of the installation's.</summary>
    public Importer? Of(string? format) => Importers.FirstOrDefault(importer => importer.Format == format);

    /// <summary>What would come of the file. Nothing is kept.</summary>
    public async Task<LookedAt> Look(Place place, string fileName, byte[] content, FileSaid said, CancellationToken stop)
    {
        using var file = new FileInFolder(fileName, content);
        var columns = Columns(file.Path);
        var account = await Run(place, file, said, said.Format, dryRun: true, "", null, stop);
        var importer = account.Succeeded ? Of(account.Value.Format) : Of(said.Format);
        if (!account.Succeeded || importer is null)
        {
            var refusal = account.Succeeded ? "Areas and figures about them come with the installation: its operator brings them in." : account.Problems[0].Message;
            return new(importer?.Format ?? "", refusal, [.. AsFarAsKnown(columns, said, importer)], new(0, 0, 0, 0, 0, 0, 0, 0), 0, []);
        }

        var (report, readAs) = (account.Value.Report, account.Value.ReadAs);
        return new(
            importer.Format, null, [.. columns.Select(column => column with { Field = readAs.GetValueOrDefault(column.Heading) })], LookedAt.Counts.Of(report), report.FindingCount,
            [.. FindingsFile.InOrder(report.Findings.OrderByDescending(finding => finding.Severity).Take(LookedAt.MostFindings)).OrderByDescending(finding => finding.Severity)]);
    }

    /// <summary>The same run, with all findings.</summary>
    public async Task<Result<RunImport.Account>> Findings(Place place, string fileName, byte[] content, FileSaid said, CancellationToken stop)
    {
        using var file = new FileInFolder(fileName, content);
        return await Run(place, file, said, said.Format, dryRun: true, "", null, stop);
    }

    /// <summary>Brings it in, as what it was taken for when somebody looked at it.</summary>
    public async Task<Result<RunImport.Account>> Keep(
        Place place, string fileName, byte[] content, FileSaid said, string format, string byWhom, Func<DbConnection, CancellationToken, Task> first, CancellationToken stop)
    {
        using var file = new FileInFolder(fileName, content);
        return await Run(place, file, said, format, dryRun: false, byWhom, first, stop);
    }

    private Task<Result<RunImport.Account>> Run(
        Place place, FileInFolder file, FileSaid said, string? format, bool dryRun, string byWhom, Func<DbConnection, CancellationToken, Task>? first, CancellationToken stop) =>
        import.Handle(place, new(file.Path, said.Details(file.Path), format, dryRun, byWhom, _ => { }) { First = first }, stop);

    /// <summary>The columns of a file that was not read: as somebody said, or by their headings. Whoever then changes something else has not said that nothing of them is to be shown.</summary>
    private static IEnumerable<LookedAt.Column> AsFarAsKnown(IReadOnlyList<LookedAt.Column> columns, FileSaid said, Importer? importer)
    {
        var free = (importer?.ColumnFields ?? []).Where(field => !said.Mapping.Values.Contains(field.Name)).ToList();
        foreach (var column in columns)
        {
            var field = said.Mapping.FirstOrDefault(pair => Heading.Comparer.Equals(pair.Key, column.Heading)).Value;
            if (field is null && free.Find(one => one.Headings.Contains(ImportField.Plain(column.Heading))) is { } usual)
            {
                free.Remove(usual);
                field = usual.Name;
            }

            yield return column with { Field = field == ImportField.NotShown ? null : field };
        }
    }

    private static IReadOnlyList<LookedAt.Column> Columns(string path)
    {
        try
        {
            using var file = TableFile.Open(path);
            return Columns(file);
        }
        catch (UnreadableFileException)
        {
            return []; // the run says why
        }
    }

    private static IReadOnlyList<LookedAt.Column> Columns(TableFile file)
    {
        var rows = file.Rows().Take(RowsForSamples).Select(row => row.Copy()).ToList();
        return [.. file.Headings.Select(heading => new LookedAt.Column(heading, null, [.. rows.Select(row => row[heading]).OfType<string>().Distinct().Take(Samples).Select(Short)]))];
    }

    private static string Short(string text) => text.Length > LongestSample ? text[..LongestSample] + "…" : text;
}
