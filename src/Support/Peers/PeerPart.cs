using Trellis.Groups.Contract;
using Trellis.Platform.Texts;
using Trellis.Support.Relationship;

namespace Trellis.Support.Peers;

/// <summary>What the group offers others and asks of them, on the screen of its relationship.</summary>
internal sealed class PeerPart(OfferHelp offer, Texts t) : ISupportParts
{
    public int Order => 70;

    /// <summary>What is drawn.</summary>
    public sealed record Seen(OrganisationSummary Group, OfferHelp.Seen Peers);

    public async Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop) =>
        new("peers", t["Other groups and professionals"], "/Support/Peers/_PeerPart.cshtml", new Seen(group, await offer.Read(group, stop)));
}
