using FsCheck;
using FsCheck.Fluent;
using Trellis.Platform.Measures;
using Trellis.Reports.Counting;
using Trellis.Reports.Indicators;

namespace Trellis.Tests.Reports;

/// <summary>A small made-up place: groups of which something is known or nothing, and records about none, one or several of them.</summary>
internal sealed record MadeUp(IReadOnlyDictionary<Guid, GroupTraits> Traits, IReadOnlyList<CountedRecord> Records, Period Period)
{
    public override string ToString() => $"{Traits.Count} groups, {Records.Count} records, {Period}";
}

internal static class Generated
{
    private static readonly DateOnly Start = new(2025, 1, 1);
    private static readonly string?[] Wards = ["Ashton", "Sale Moor", null];
    private static readonly string?[] Sizes = ["Less than £10,000 a year", "£10,000 to £100,000 a year", null];
    private static readonly string?[] Fifths = ["1: most deprived fifth", "3: of five", null];
    private static readonly string?[] Ways = ["Phone", "Email", "Visit", null];

    public static Arbitrary<MadeUp> Places { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from groups in Gen.Choose(0, 7)
        from records in Gen.Choose(0, 40)
        select Make(new Random(seed), groups, records));

    public static MadeUp Make(Random chance, int groups, int records)
    {
        var ids = Enumerable.Range(0, groups).Select(_ => Id(chance)).ToList();
        var traits = ids.Take(Math.Max(0, groups - 1)).ToDictionary(id => id, id => new GroupTraits("Group " + id, "group", Known((Dimensions.Ward, Pick(Wards)), (Dimensions.Size, Pick(Sizes)), (Dimensions.Deprivation, Pick(Fifths)))));
        var made = Enumerable.Range(0, records).Select(_ => new CountedRecord(Id(chance), Start.AddDays(chance.Next(300)), "Entry")
        {
            Groups = ids.Count == 0 ? [] : [.. Enumerable.Range(0, chance.Next(4)).Select(_ => ids[chance.Next(ids.Count)])],
            Words = Known(("way", Pick(Ways)), ("state", Pick(Ways))),
            Numbers = chance.Next(4) == 0 ? new Dictionary<string, long>() : new Dictionary<string, long> { ["minutes"] = chance.Next(0, 1441) },
        }).OrderBy(one => one.On).ThenBy(one => one.Id).ToList();
        var first = Start.AddDays(chance.Next(200));
        return new(traits, made, new(first, first.AddDays(chance.Next(0, 120))));

        string? Pick(string?[] from) => from[chance.Next(from.Length)];
    }

    public static Indicator Indicator(CountingRule rule, bool narrowed, bool ofGroups) => new()
    {
        Id = "made-up",
        Name = "Made up",
        Definition = "For tests.",
        Unit = rule == CountingRule.Share ? FigureUnit.Percent : FigureUnit.Number,
        Rule = rule,
        Counts = "Some",
        DoesNotCount = "Others",
        Period = "By day",
        Records = "support-entries",
        Breakdowns = [Dimensions.Ward, "way"],
        Number = rule is CountingRule.Sum or CountingRule.Mean or CountingRule.PerPound ? "minutes" : null,
        Where = narrowed ? [new() { Word = "way", Is = ["Phone", "Visit"] }] : [],
        ShareWhere = rule == CountingRule.Share ? [new() { Number = "minutes", Least = 60, Most = 900 }] : [],
        GroupsWhere = ofGroups ? [new() { By = Dimensions.Size, Is = ["Less than £10,000 a year"] }] : [],
    };

    private static Dictionary<string, string> Known(params (string Name, string? Value)[] pairs) => pairs.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!);

    private static Guid Id(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new(bytes);
    }
}
