using Trellis.Platform.Sources;

namespace Trellis.Platform.Places;

/// <summary>What the published figures of an area are called in the database.</summary>
public static class Figures
{
    public const string Population = "population";
    public const string Children = "population-0-15";
    public const string WorkingAge = "population-16-64";
    public const string Older = "population-65-plus";

    /// <summary>Follow the name of a population figure that counts one sex.</summary>
    public const string OfFemales = "-females";
    public const string OfMales = "-males";

    /// <summary>The index of multiple deprivation in thousandths; more is more deprived.</summary>
    public const string DeprivationScore = "deprivation-score";

    /// <summary>1 is among the tenth of LSOAs in the country that are most deprived, 10 among the tenth that are least.</summary>
    public const string DeprivationTenth = "deprivation-tenth";

    /// <summary>The same in fifths, but among the LSOAs of the place itself.</summary>
    public const string DeprivationFifthHere = "deprivation-fifth-here";

    /// <summary>One answer to a question of the census: the topic, a stroke, and the answer as published.</summary>
    public static string Census(string topic, string answer) => $"census/{topic}/{answer}";

    /// <summary>The day or year that a source's figures are of, where its rows do not say it.</summary>
    internal static string Period(Source source) => source.AsOf is { } day ? day.ToString("yyyy-MM-dd") : "unknown";
}
