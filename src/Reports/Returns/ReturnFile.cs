using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Reports.Counting;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Returns;

/// <summary>A return as a file: a line for each figure and each part of one, or a paper.</summary>
internal static class ReturnFile
{
    private sealed record Line(BodyFigure Figure, BodyPart? Part);

    public static Microsoft.AspNetCore.Mvc.IActionResult Of(ReturnBody body, string ending, DateTimeOffset now, Platform.Texts.Texts t)
    {
        if (ending.Equals("pdf", StringComparison.OrdinalIgnoreCase))
        {
            return ReturnPaper.Of(body, now, t);
        }

        var lines = body.Figures.SelectMany(figure => figure.Parts.Select(part => new Line(figure, part)).Prepend(new(figure, null)));
        List<Column<Line>> columns =
        [
            new("figure", line => line.Figure.Wording),
            new("told apart by", line => line.Part is { } part ? Dimensions.Title(part.By) : null),
            new("part", line => line.Part?.Name),
            new("this period", line => Number(line.Figure, line.Part is { } part ? part.Value : line.Figure.Value)),
            new("unit", line => FigureText.Title(line.Figure.Unit)),
            new("period before", line => line.Part is null ? Number(line.Figure, line.Figure.Before) : null),
            new("baseline", line => line.Part is null ? Number(line.Figure, line.Figure.Baseline) : null),
            new("target", line => line.Part is null ? Number(line.Figure, line.Figure.Target) : null),
            new("how it stands", line => line.Part is null ? Standing.Of(line.Figure, t) : null),
            new("how it is counted", line => line.Figure.IsTypedIn ? t["typed in by hand"] : "/indicators/" + line.Figure.Indicator),
            new("definition", line => line.Part is null ? line.Figure.Definition : null),
        ];
        var period = new Period(body.First, body.Last);
        string[] about = [t["{0}, {1}, {2}", body.Framework, body.Funder, PeriodText.Of(period)], t["Definitions: version {0} of the indicators.", body.Library]];
        return new Download<Line>($"{Slug.From(body.Framework)}-{body.First:yyyy-MM-dd}", columns, lines.ToAsyncEnumerable(), [.. about, .. body.Narrative is { } words ? new[] { words } : []]) { Ending = ending };
    }

    private static object? Number(BodyFigure figure, long? value) => value is not { } known ? null : figure.Unit == FigureUnit.Number ? known
        : (double)(known / (figure.Unit switch { FigureUnit.Hours => 60m, FigureUnit.Pounds => 100m, FigureUnit.Percent => 10m, _ => 1000m }));
}
