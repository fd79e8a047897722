using System.Globalization;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Places.Import;

/// <summary>
/// Reads answers to a question of the census by ward. Wards have changed since: where a ward of today has the same name, the figures are taken
/// for it and that is noted; where none has, they cannot be given to any ward and stay outside.
/// </summary>
internal sealed class CensusByWard : Importer
{
    private static readonly string[] Fixed = ["area_code", "area_name", "geography", "period", "indicator", "measure", "unit", "value"];

    public override string Format => "census-by-ward";

    public override string Title => "Census answers by ward";

    public override int Order => 14;

    public override int Recognise(IReadOnlyList<string> headings) =>
        Columns.HasAll(headings, Fixed) && AnswerHeading(headings) is not null ? 90 : 0;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var answer = Columns.For(run, "answer") ?? AnswerHeading(run.File.Headings)
            ?? throw new FileRefusedException($"{run.File.FileName} has no column for the answers. Name it in the mapping as answer.");
        var columns = new Headings(
            Columns.Require(run, "code", "the code of the ward", "area_code"), Columns.Require(run, "name", "the name of the ward", "area_name"),
            answer, Columns.Require(run, "value", "the number of people", "value"));
        var topic = run.Mapping.TryGetValue("topic", out var named) ? named : Slug.From(answer);
        var wards = new WardsThen(run, await KnownAreas.Of(run, stop));
        var book = await FigureBook.Open(run, stop);
        foreach (var row in run.File.Rows())
        {
            stop.ThrowIfCancellationRequested();
            Take(run, row, columns, topic, wards, book);
            run.ShowProgress();
        }

        wards.NoteLeftOut();
        await book.Save(stop);
    }

    private static void Take(ImportRun run, Row row, Headings columns, string topic, WardsThen wards, FigureBook book)
    {
        var period = row["period"] ?? Figures.Period(run.Source);
        if (row.Fault is { } fault)
        {
            run.Refuse(row, null, null, fault);
        }
        else if (row[columns.Code] is not { } code || row[columns.Name] is not { } name)
        {
            run.Refuse(row, columns.Code, null, "The row does not say which ward it is about.");
        }
        else if (row[columns.Answer] is not { } answer)
        {
            run.Refuse(row, columns.Answer, null, "The row does not say which answer it counts.");
        }
        else if (!long.TryParse(row[columns.Value], NumberStyles.None, CultureInfo.InvariantCulture, out var people))
        {
            run.Refuse(row, columns.Value, row[columns.Value], "This is not a whole number of people.");
        }
        else if (wards.Today(row, code, name) is not { } today)
        {
            run.Report.Count(Outcome.Refused);
        }
        else if (book.Has(Figures.Census(topic, answer), today, period))
        {
            run.Refuse(row, columns.Answer, answer, "The file has a row for this ward and answer already.");
        }
        else
        {
            run.Report.Count(book.Put(today, period, (Figures.Census(topic, answer), people)));
        }
    }

    private static string? AnswerHeading(IReadOnlyList<string> headings)
    {
        var others = headings.Where(heading => Columns.Among(Fixed, heading) is null).ToList();
        return others.Count == 1 ? others[0] : null;
    }

    private sealed record Headings(string Code, string Name, string Answer, string Value);

    /// <summary>Which ward of today each ward of the census is.</summary>
    private sealed class WardsThen(ImportRun run, KnownAreas areas)
    {
        private readonly Dictionary<string, (string? Today, string Name, long Rows)> then = [];
        private readonly List<(AreaKind Kind, string Code, string Name)> wards = [.. areas.All.Where(area => area.Kind == AreaKind.Ward)];

        /// <summary>The code of today's ward; null where there is none of that code or name. Says once for each ward what was done.</summary>
        public string? Today(Row row, string code, string name)
        {
            if (!then.TryGetValue(code, out var known))
            {
                known = (Find(row, code, name), name, 0);
            }

            then[code] = known with { Rows = known.Rows + 1 };
            return known.Today;
        }

        public void NoteLeftOut()
        {
            foreach (var (code, (_, name, rows)) in then.Where(pair => pair.Value.Today is null))
            {
                run.NoteFile($"{name} ({code}) is not a ward of today, so its {rows} figures belong to no ward here.", "Left out", Severity.Refusal, code);
            }

            foreach (var (_, code, name) in wards.Where(ward => then.Values.All(known => known.Today != ward.Code)))
            {
                run.NoteFile($"The ward {name} ({code}) is newer than the file, which has nothing about it.", "Shown as not known", Severity.Warning, code);
            }
        }

        private string? Find(Row row, string code, string name)
        {
            if (wards.Any(ward => ward.Code == code))
            {
                return code;
            }

            var slug = Slug.From(name);
            if (wards.Where(ward => Slug.From(ward.Name) == slug).ToList() is not [var same])
            {
                return null;
            }

            run.Note(
                row, null, code, $"{name} has the code {code} here and {same.Code} today, so its boundary has probably changed.",
                "Taken for today's ward of the same name");
            return same.Code;
        }
    }
}
