using System.Globalization;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Places.Import;

/// <summary>Reads how many people live in each area, by sex and broad age, from the wide table with a column for each year of age.</summary>
internal sealed class Population : Importer
{
    private const string AllAges = "all_ages";

    private static readonly (string Heading, string Measure)[] Ages =
    [
        (AllAges, Figures.Population), ("aged_0_to_15", Figures.Children), ("aged_16_to_64", Figures.WorkingAge), ("aged_65_and_over", Figures.Older),
    ];

    public override string Format => "population";

    public override string Title => "Population by area and age";

    public override int Order => 12;

    public override int Recognise(IReadOnlyList<string> headings) => Columns.HasAll(headings, "area_code", "sex", AllAges) ? 95 : 0;

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var areas = await KnownAreas.Of(run, stop);
        var book = await FigureBook.Open(run, stop);
        var code = Columns.Require(run, "code", "the code of the area", "area_code");
        var sex = Columns.Require(run, "sex", "the sex", "sex");
        Columns.Require(run, "population", "the people of all ages", AllAges);
        foreach (var row in run.File.Rows())
        {
            stop.ThrowIfCancellationRequested();
            Take(run, row, areas, book, code, sex);
            run.ShowProgress();
        }

        areas.NoteLeftOut();
        await book.Save(stop);
    }

    private static void Take(ImportRun run, Row row, KnownAreas areas, FigureBook book, string codeHeading, string sexHeading)
    {
        if (row.Fault is { } fault)
        {
            run.Refuse(row, null, null, fault);
        }
        else if (row[codeHeading] is not { } code)
        {
            run.Refuse(row, codeHeading, null, "The row does not say which area it is about.");
        }
        else if (!areas.Codes.Contains(code))
        {
            areas.LeaveOut(row["geography"] is { } geography ? $"areas that are not kept here ({geography})" : "areas that are not kept here");
        }
        else if (Suffix(row[sexHeading]) is not { } suffix)
        {
            run.Refuse(row, sexHeading, row[sexHeading], "This is none of Persons, Females and Males.");
        }
        else
        {
            Put(run, row, book, code, suffix);
        }
    }

    private static void Put(ImportRun run, Row row, FigureBook book, string code, string suffix)
    {
        var period = row["period"] ?? Figures.Period(run.Source);
        var figures = new List<(string, long)>();
        foreach (var (heading, measure) in Ages)
        {
            if (row[heading] is not { } text)
            {
                continue;
            }

            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var people))
            {
                run.Refuse(row, heading, text, "This is not a whole number of people.");
                return;
            }

            figures.Add((measure + suffix, people));
        }

        if (figures.Count == 0 || figures[0].Item1 != Figures.Population + suffix)
        {
            run.Refuse(row, AllAges, null, "The number of people is missing.");
        }
        else if (book.Has(figures[0].Item1, code, period))
        {
            run.Refuse(row, null, code, "The file has a row for this area, sex and day already.");
        }
        else
        {
            run.Report.Count(book.Put(code, period, [.. figures]));
        }
    }

    private static string? Suffix(string? sex) => sex?.ToLowerInvariant() switch
    {
        "persons" or "all" => "",
        "females" or "female" => Figures.OfFemales,
        "males" or "male" => Figures.OfMales,
        _ => null,
    };
}
