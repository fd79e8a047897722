using Trellis.Platform;
using Trellis.Platform.Documents;
using Trellis.Platform.Web.Components;

namespace Trellis.Groups.Contract;

/// <summary>A document that a group keeps, as another part may name it.</summary>
/// <param name="Called">As in Safeguarding policy: 2026.</param>
/// <param name="Url">Where it is read, by whoever may.</param>
public sealed record PassportDocument(Guid Id, string Called, string Url, DateOnly? ExpiresOn)
{
    /// <summary>It has run out.</summary>
    public bool IsOver { get; init; }

    /// <summary>It runs out within the weeks in which its group is warned.</summary>
    public bool IsSoon { get; init; }
}

/// <summary>What somebody says of a document that they add; the fields of the problems are named alike.</summary>
/// <param name="ForStaff">Whether the staff of the place may read it too.</param>
public sealed record PassportEntry(string? Sort, string? Title, string? ExpiresOn, bool ForStaff);

/// <summary>The documents that a group keeps once and uses again and again: other parts name them, and add to them, but do not read them.</summary>
public abstract class Passport
{
    /// <summary>What a document can be, for a list to choose from.</summary>
    public abstract IReadOnlyList<Choice> Sorts { get; }

    /// <param name="forItsOwn">False where only what the staff may read is named.</param>
    public abstract Task<IReadOnlyList<PassportDocument>> Shown(OrganisationSummary group, bool forItsOwn, CancellationToken stop);

    /// <summary>Adds one, as the group's lead would.</summary>
    public abstract Task<Result<Guid>> Add(OrganisationSummary group, PassportEntry entry, ArrivedFile? arrived, Guid byWhom, CancellationToken stop);
}
