using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Trellis.Reports.Counting;

namespace Trellis.Reports.Indicators;

/// <summary>Reads the file of definitions, strictly: a figure that is defined wrongly is worse than none.</summary>
internal static partial class IndicatorLibrary
{
    /// <summary>How the file is read and how it is published.</summary>
    public static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly Lazy<Library> Read = new(() => From(Embedded("indicators.json")));

    /// <summary>The one that comes with the product.</summary>
    public static Library Shipped => Read.Value;

    /// <exception cref="FormatException">With a sentence that says what to put right.</exception>
    public static Library From(string json)
    {
        Library library;
        try
        {
            library = JsonSerializer.Deserialize<Library>(json, Form) ?? throw new FormatException("The file of indicators is empty.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException("The file of indicators cannot be read: " + wrong.Message, wrong);
        }

        return library.Indicators.GroupBy(one => one.Id).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new FormatException($"The indicator {twice.Key} stands in the file twice. Give one of them another id.")
            : library.Indicators.Select(Fault).FirstOrDefault(fault => fault is not null) is { } wrongly ? throw new FormatException(wrongly) : library;
    }

    internal static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Trellis.Reports." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string? Fault(Indicator one)
    {
        if (!Ids().IsMatch(one.Id))
        {
            return $"“{one.Id}” will not do as an id: use small letters, figures and hyphens.";
        }

        string[] texts = [one.Name, one.Definition, one.Counts, one.DoesNotCount, one.Period, one.Records];
        var needsNumber = one.Rule is CountingRule.Sum or CountingRule.Mean or CountingRule.PerPound;
        return texts.Any(string.IsNullOrWhiteSpace) ? $"The indicator {one.Id} leaves a text empty. Fill in all of them."
            : needsNumber && one.Number is null ? $"The indicator {one.Id} does not say which number it takes. Add “number”."
            : !needsNumber && one.Number is not null ? $"The indicator {one.Id} names a number that its rule does not use. Take “number” out."
            : one.Rule == CountingRule.Share != one.ShareWhere.Count > 0 ? $"The indicator {one.Id} needs “shareWhere” if it is a share, and only then."
            : (one.Rule is CountingRule.Share) != (one.Unit is FigureUnit.Percent) ? $"The indicator {one.Id} is a share told in per cent, or neither: put its rule or its unit right."
            : one.Where.Concat(one.ShareWhere).Any(condition => !IsWhole(condition)) ? $"A condition of the indicator {one.Id} is neither a word with what it is, nor a number with a bound."
            : one.GroupsWhere.Any(condition => !Dimensions.OfGroups.Contains(condition.By)) ? $"The indicator {one.Id} asks of groups what is not known of them. Use one of {string.Join(", ", Dimensions.OfGroups)}."
            : one.Breakdowns.Distinct().Count() < one.Breakdowns.Count ? $"The indicator {one.Id} names a breakdown twice."
            : null;
    }

    private static bool IsWhole(Condition condition) => condition switch
    {
        { Word: not null, Is.Count: > 0, Number: null, Least: null, Most: null } => true,
        { Word: null, Is: null, Number: not null } => condition.Least is not null || condition.Most is not null,
        _ => false,
    };

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Ids();
}
