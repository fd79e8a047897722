namespace Trellis.Support.Checks.Records;

/// <summary>Where a group is with an item. Not known and does not apply are answers, and count for no level.</summary>
internal enum Said
{
    NotYet,
    Started,
    InPlace,
    Strong,
    NotKnown,
    DoesNotApply,
}

internal static class SaidWords
{
    public static readonly Said[] Levels = [Said.NotYet, Said.Started, Said.InPlace, Said.Strong];

    public static string Of(Said said) => said switch
    {
        Said.NotYet => "Not yet",
        Said.Started => "Started",
        Said.InPlace => "In place",
        Said.Strong => "Strong and reviewed",
        Said.NotKnown => "I do not know",
        _ => "Does not apply to us",
    };

    /// <summary>The level that a mean is nearest to, as in Started for 24 tenths.</summary>
    public static string Near(long tenths) => Of(Levels[Math.Clamp((int)((tenths + 5) / 10), 1, 4) - 1]);

    /// <summary>1 to 4; null for what is no level.</summary>
    public static int? Level(this Said said) => said <= Said.Strong ? (int)said + 1 : null;
}
