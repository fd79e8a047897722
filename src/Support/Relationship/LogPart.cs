using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Support.Log;

namespace Trellis.Support.Relationship;

/// <summary>What help the group had: hours by topic, and the latest entries.</summary>
internal sealed class LogPart(ReadEntries read, Acting acting, RuleBook rules, Platform.Texts.Texts t) : ISupportParts
{
    private const int Shown = 50;

    public sealed record View(IReadOnlyList<EntryLine> Entries, IReadOnlyList<(string Topic, long Minutes, int Times)> ByTopic, bool MayCorrect);

    public int Order => 20;

    public async Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop) => new(
        "log", t["Support log"], "/Support/Relationship/_Log.cshtml",
        new View(
            await read.Of(group.PlaceId, group.Id, Shown, onlyShared: false, stop), await read.ByTopic(group.PlaceId, group.Id, stop),
            acting.Person?.May(rules[SupportRules.LogHelp], group.PlaceId) == true));
}
