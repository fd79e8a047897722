using Trellis.Reports.Counting;
using Trellis.Reports.Frameworks;

namespace Trellis.Reports.Returns;

/// <summary>How a figure stands to its target, in words.</summary>
internal static class Standing
{
    public static string Of(BodyFigure figure, Platform.Texts.Texts t)
    {
        if (figure.IsHidden)
        {
            return t["Not shown: fewer than five groups"];
        }

        if (figure.Value is not { } value)
        {
            return figure.IsTypedIn ? t["To be typed in"] : t["Nothing to count"];
        }

        if (figure.Target is not { } target)
        {
            return t["No target"];
        }

        var apart = FigureText.Write(figure.Unit, Math.Abs(value - target));
        return (figure.Aim, value.CompareTo(target)) switch
        {
            (_, 0) => t["Target met exactly"],
            (Aim.AtLeast, > 0) => t["Target met, {0} above", apart],
            (Aim.AtLeast, _) => t["Target not met, {0} short", apart],
            (_, < 0) => t["Target met, {0} below the most", apart],
            _ => t["Target not met, {0} too many", apart],
        };
    }

    public static string Write(BodyFigure figure, long? value, Platform.Texts.Texts t) => figure.IsHidden ? t["fewer than 5 groups"] : value is { } known ? FigureText.Write(figure.Unit, known) : "–";
}
