namespace Trellis.Reports.Frameworks;

internal static class FrameworkWords
{
    public static string Of(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Month => "every month",
        Rhythm.Quarter => "every quarter",
        Rhythm.HalfYear => "every half-year",
        _ => "every year",
    };
}
