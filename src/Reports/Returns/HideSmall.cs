namespace Trellis.Reports.Returns;

/// <summary>For readers outside: no figure that rests on one to four groups, nothing from which it could be reckoned, and no records.</summary>
internal static class HideSmall
{
    public const int Fewest = 5;

    public static ReturnBody Of(ReturnBody body) => body with { Records = [], Figures = [.. body.Figures.Select(Hide)] };

    private static BodyFigure Hide(BodyFigure figure)
    {
        if (IsSmall(figure.Groups))
        {
            return figure with { Value = null, Before = null, Records = [], Parts = [], IsHidden = true };
        }

        var parts = figure.Parts.GroupBy(part => part.By).SelectMany(by => Hide([.. by]));
        return figure with { Records = [], Parts = [.. parts], Before = null };
    }

    /// <summary>Where just one is hidden, the smallest other goes, too: else it would be the total less the rest.</summary>
    private static IEnumerable<BodyPart> Hide(IReadOnlyList<BodyPart> parts)
    {
        var hidden = parts.Where(part => IsSmall(part.Groups)).Select(part => part.Name).ToHashSet();
        if (hidden.Count == 1 && parts.Where(part => !hidden.Contains(part.Name)).MinBy(part => part.Groups) is { } next)
        {
            hidden.Add(next.Name);
        }

        return parts.Select(part => hidden.Contains(part.Name) ? part with { Value = null, Groups = 0, Records = [] } : part with { Records = [] });
    }

    private static bool IsSmall(int groups) => groups is > 0 and < Fewest;
}
