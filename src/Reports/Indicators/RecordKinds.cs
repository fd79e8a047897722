using Trellis.Platform.Measures;

namespace Trellis.Reports.Indicators;

/// <summary>The kinds of records that the parts of this installation give to be counted.</summary>
internal sealed class RecordKinds(IEnumerable<IRecords> given)
{
    public IRecords? Find(string kind) => given.FirstOrDefault(one => one.Kind == kind);

    /// <summary>The part's own title; for a kind that no part gives, its name in words.</summary>
    public string Title(string kind) => Find(kind)?.Title ?? char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' ');
}

internal static class RuleWords
{
    public static string Of(CountingRule rule) => rule switch
    {
        CountingRule.Records => "Each record counts once.",
        CountingRule.UniqueGroups => "Each group counts once, however many records it has.",
        CountingRule.NewGroups => "Each group counts once, in the period of its first such record.",
        CountingRule.Sum => "The numbers of all records are added up.",
        CountingRule.Mean => "The numbers are added up and divided by how many there are.",
        CountingRule.Share => "Those that fulfil the condition, out of all of which it is known.",
        _ => "The sum is divided by what the funder pays in the same period.",
    };
}
