using Trellis.Groups.Contract;
using Trellis.Platform.Texts;
using Trellis.Support.Checks.Records;
using Trellis.Support.Plans;

namespace Trellis.Support.Checks.Results;

/// <summary>Suggests an action for each weak item of a group's latest check; the group chooses.</summary>
internal sealed class CheckSuggestions(WeakItems weak, Texts t) : ISuggestActions
{
    public async Task<IReadOnlyList<SuggestedAction>> For(OrganisationSummary group, CancellationToken stop) =>
    [
        .. (await weak.Of(group, stop)).Select(one => new SuggestedAction($"check-{one.Item.Id}", one.Item.Name, t["In your health check: {0}. {1}", t[SaidWords.Of(one.Said)], one.Item.Why], Topic(one.Item.Id))
        {
            Criterion = one.Item.Id,
            Help = [Help.Guide, Help.Hours],
        }),
    ];

    /// <summary>The topic of support that an item belongs to, by the area in its id.</summary>
    private static string Topic(string item) => item switch
    {
        "tools-1" or "tools-2" => "premises",
        "money-5" => "funding",
        _ => item[..item.LastIndexOf('-')] switch
        {
            "money" => "money",
            "people" or "reach" => "people",
            "safety" => "safeguarding",
            "partners" => "partnership",
            "tools" => "data-and-digital",
            _ => "governance",
        },
    };
}
