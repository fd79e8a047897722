using Trellis.Platform.Exchange.Paper;
using Trellis.Platform.Places;
using Trellis.Reports.Counting;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Returns;

/// <summary>A return as a paper to send or to file: the figures, their parts, the words, the stories, and what each figure means.</summary>
internal static class ReturnPaper
{
    public static PaperFile Of(ReturnBody body, DateTimeOffset now, Platform.Texts.Texts t)
    {
        var period = PeriodText.Of(new Period(body.First, body.Last));
        var paper = new Paper(t["{0}, {1}", body.Framework, period], t["{0}, {1}, {2}", body.Funder, body.Framework, period], now, isWide: true);
        paper.Title(body.Framework);
        paper.Paragraph(t["{0}, {1}", body.Funder, period]);
        paper.Note(t["Definitions: version {0} of the indicators.", body.Library]);
        Figures(paper, body, t);
        Words(paper, body, t);
        Meanings(paper, body, t);
        return new($"{Slug.From(body.Framework)}-{body.First:yyyy-MM-dd}", paper);
    }

    private static void Figures(Paper paper, ReturnBody body, Platform.Texts.Texts t)
    {
        paper.Heading(t["Figures"]);
        if (body.Figures.Count == 0)
        {
            paper.Paragraph(t["The framework asks for no figures."]);
            return;
        }

        paper.Table(
            [(t["Figure"], 4, false), (t["This period"], 1.3, true), (t["Period before"], 1.3, true), (t["Baseline"], 1.1, true), (t["Target"], 1.1, true), (t["How it stands"], 2.2, false)],
            body.Figures.Select(IReadOnlyList<string> (figure) => [figure.Wording, Standing.Write(figure, figure.Value, t), Number(figure, figure.Before), Number(figure, figure.Baseline), Number(figure, figure.Target), Standing.Of(figure, t)]));
        foreach (var figure in body.Figures)
        {
            foreach (var by in figure.Parts.GroupBy(part => part.By))
            {
                var title = t[Dimensions.Title(by.Key)];
                paper.Smaller(t["{0}, by {1}", figure.Wording, title.ToLowerInvariant()]);
                paper.Table(
                    [(title, 4, false), (t["This period"], 1.3, true)],
                    by.Select(IReadOnlyList<string> (part) => [t[part.Name], part.Value is { } value ? FigureText.Write(figure.Unit, value) : t["not shown"]]),
                    ofPage: 0.5);
            }
        }

        if (body.Figures.Any(figure => figure.Parts.Count > 0))
        {
            paper.Note(t["A record about groups of two wards stands in both, so that parts may add up to more than the whole."]);
        }
    }

    private static void Words(Paper paper, ReturnBody body, Platform.Texts.Texts t)
    {
        if (body.Narrative is { } narrative)
        {
            paper.Heading(t["In words"]);
            foreach (var paragraph in narrative.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                paper.Paragraph(paragraph);
            }
        }

        if (body.Stories.Count > 0)
        {
            paper.Heading(t["Stories"]);
        }

        foreach (var story in body.Stories)
        {
            paper.Smaller(story.Title);
            paper.Note(t["{0}, with the group’s consent", story.Group]);
            paper.Paragraph(story.Words);
        }
    }

    private static void Meanings(Paper paper, ReturnBody body, Platform.Texts.Texts t)
    {
        if (body.Figures.Count == 0)
        {
            return;
        }

        paper.Heading(t["What each figure means"]);
        foreach (var figure in body.Figures)
        {
            paper.Smaller(figure.Wording);
            paper.Paragraph(figure.IsTypedIn ? t["typed in by hand: {0}", figure.Definition] : figure.Definition);
        }
    }

    private static string Number(BodyFigure figure, long? value) => value is { } known ? FigureText.Write(figure.Unit, known) : "–";
}
