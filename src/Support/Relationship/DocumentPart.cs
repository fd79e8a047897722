using Trellis.Groups.Contract;

namespace Trellis.Support.Relationship;

/// <summary>The documents that the group shows to the staff, with until when they are valid; those that have run out or soon will come first.</summary>
internal sealed class DocumentPart(Passport passport, Platform.Texts.Texts t) : ISupportParts
{
    public sealed record View(OrganisationSummary Group, IReadOnlyList<PassportDocument> Documents);

    public int Order => 55;

    public async Task<SupportPart?> For(OrganisationSummary group, CancellationToken stop)
    {
        var documents = await passport.Shown(group, forItsOwn: false, stop);
        return new("documents", t["Documents"], "/Support/Relationship/_Documents.cshtml", new View(
            group, [.. documents.OrderBy(one => !one.IsOver && !one.IsSoon).ThenBy(one => one.ExpiresOn is null).ThenBy(one => one.ExpiresOn).ThenBy(one => one.Called, StringComparer.CurrentCultureIgnoreCase)]));
    }
}
