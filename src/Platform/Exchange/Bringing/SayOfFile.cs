using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Standards.Values;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Keeps what somebody says of a file that waits, and looks at it again.</summary>
internal sealed class SayOfFile(Db db, TryFile attempt)
{
    public const string Gone = "This file waits no longer: somebody has brought it in or removed it just now.";
    private const string Meanwhile = "Somebody else has said something of this file just now. Look at it again.";
    private const int Longest = 200;

    /// <summary>What was said, as it was typed.</summary>
    /// <param name="Edition">The key of the list of which it is a newer edition; empty for a list of its own.</param>
    /// <param name="Columns">A field for each column, in the order of the file; empty where nothing of it is shown. Null where nothing was asked about columns.</param>
    /// <param name="Options">The answers about the whole file, by the options' names.</param>
    public sealed record Answers(string? Format, string? Edition, string? Title, string? Publisher, string? Licence, string? AsOf, IReadOnlyList<string?>? Columns, IReadOnlyDictionary<string, string?> Options);

    public async Task<Result<Guid>> Handle(Place place, Guid id, Answers answers, CancellationToken stop)
    {
        if (await db.WaitingIn(place.Id).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } waiting || await db.ContentOf(place.Id, id, stop) is not { } content)
        {
            return new Problem("", Gone);
        }

        var said = await Read(place, waiting, answers, stop);
        if (!said.Succeeded)
        {
            return said.Problems.ToArray();
        }

        waiting.Said = said.Value.Write();
        waiting.Looked = (await attempt.Look(place, waiting.FileName, content, said.Value, stop)).Write();
        try
        {
            await db.SaveChangesAsync(stop);
            return id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("", Meanwhile);
        }
    }

    /// <summary>The lists that a file can be a newer edition of: those that people brought themselves.</summary>
    public static IQueryable<Source> Editions(Db db, Guid placeId) => db.Sources(placeId).Where(source => source.Key.StartsWith(SourceDetails.OwnPrefix)).OrderBy(source => source.Title);

    private async Task<Result<FileSaid>> Read(Place place, WaitingImport waiting, Answers answers, CancellationToken stop)
    {
        var wrong = new List<Problem>();
        var looked = LookedAt.Read(waiting.Looked);
        var importer = string.IsNullOrEmpty(answers.Format) ? attempt.Recognise([.. looked.Columns.Select(column => column.Heading)]) : attempt.Of(answers.Format);
        if (importer is null && !string.IsNullOrEmpty(answers.Format))
        {
            wrong.Add(new("Format", "Choose one of the kinds of files."));
        }

        var day = Standards.Values.Read.Date(answers.AsOf);
        if (day.Fault is { } fault)
        {
            wrong.Add(new("AsOf", fault));
        }

        var before = string.IsNullOrEmpty(answers.Edition) ? null : await Editions(db, place.Id).FirstOrDefaultAsync(source => source.Key == answers.Edition, stop);
        if (before is null && !string.IsNullOrEmpty(answers.Edition))
        {
            wrong.Add(new("Edition", "Choose one of the lists."));
        }

        var columns = Columns(looked, importer, answers.Columns, wrong);
        if (wrong.Count > 0)
        {
            return wrong.ToArray();
        }

        var own = SourceDetails.OwnFile(waiting.FileName);
        return new FileSaid(
            importer?.Format, before?.Key ?? await OwnKey(place, waiting, own.Key, stop),
            Line(answers.Title) ?? before?.Title ?? own.Title, Line(answers.Publisher) ?? own.Publisher, Line(answers.Licence) ?? own.Licence, day.Value,
            FileSaid.Together(columns, importer is null ? [] : importer.Format == looked.Format ? Options(importer, answers.Options) : importer.UsualAnswers(new Dictionary<string, string>()))); // nobody was asked about another kind of file yet
    }

    /// <summary>A list of its own must not take the place of another that came under the same file name.</summary>
    private async Task<string> OwnKey(Place place, WaitingImport waiting, string key, CancellationToken stop) =>
        await db.Sources(place.Id).AnyAsync(source => source.Key == key, stop) ? $"{key}-{waiting.Id:n}" : key;

    private static IEnumerable<KeyValuePair<string, string>> Columns(LookedAt looked, Importer? importer, IReadOnlyList<string?>? fields, List<Problem> wrong)
    {
        if (fields is null || importer is null || importer.Format != looked.Format || importer.ColumnFields.Count == 0)
        {
            return [];
        }

        var said = looked.Columns.Zip(fields, (column, field) => KeyValuePair.Create(column.Heading, importer.ColumnFields.Any(known => known.Name == field) ? field! : ImportField.NotShown))
            .Where(pair => pair.Key != MappingSaid.WholeFile).ToList();
        wrong.AddRange(
            from field in importer.ColumnFields
            let columns = said.Where(pair => pair.Value == field.Name).Select(pair => pair.Key).ToList()
            where columns.Count > 1
            select new Problem("Columns", $"Only one column can be “{field.Words}”, and these are said to be: {string.Join(", ", columns)}."));
        return said;
    }

    private static IEnumerable<KeyValuePair<string, string>> Options(Importer importer, IReadOnlyDictionary<string, string?> answers) =>
        from option in importer.Options
        let answer = option.ValueOf(answers.GetValueOrDefault(option.Name))
        where answer is not null
        select KeyValuePair.Create(option.Name, answer);

    private static string? Line(string? typed) => FreeText.Line(typed) is { } line ? line[..Math.Min(line.Length, Longest)] : null;
}
