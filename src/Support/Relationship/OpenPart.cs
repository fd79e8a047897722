using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Support.Enquiries;
using Trellis.Support.Log;

namespace Trellis.Support.Relationship;

/// <summary>What is open with the group: its enquiries, and the next contact that was agreed.</summary>
internal sealed class OpenPart(NextContacts next, ReadEnquiries enquiries, Acting acting, RuleBook rules, Platform.Texts.Texts t) : ISupportParts
{
    /// <param name="New">Where an enquiry of the group is written down; null for whoever only reads.</param>
    public sealed record View(IReadOnlyList<NextContact> Next, IReadOnlyList<EnquiryLine> Enquiries, string? New, DateOnly Today);

    public int Order => 10;

    public async Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop) => new(
        "open", t["What is open"], "/Support/Relationship/_Open.cshtml",
        new View(
            await next.Of(group.PlaceId, group.Id, null, stop), await enquiries.OfGroup(group.PlaceId, group.Id, alsoOver: false, stop),
            acting.Person?.May(rules[SupportRules.AnswerEnquiries], group.PlaceId) == true ? "/work/enquiries/new?group=" + group.Slug : null, enquiries.Today));
}
