using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;

namespace Trellis.Support.Plans;

/// <summary>Says that an action is done, with what shows it: in words, by a document that the group keeps, or by one that is added to those now.</summary>
internal sealed class FinishAction(Db db, Passport passport, TimeProvider clock)
{
    private const int Longest = 2_000;

    public sealed class Form
    {
        public string? Evidence { get; set; }

        /// <summary>One that the group keeps already.</summary>
        public string? Document { get; set; }

        public string? Sort { get; set; }

        public string? Title { get; set; }

        public string? ExpiresOn { get; set; }

        public bool ForStaff { get; set; }

        /// <summary>Has no value of its own: problems with the file are said of it.</summary>
        public string? File { get; set; }
    }

    /// <param name="Version">Of the action as it was read.</param>
    /// <param name="IsOfGroup">Whether they belong to the group and so may name what it shows to nobody else.</param>
    public sealed record Asked(OrganisationSummary Group, int Version, ArrivedFile? Arrived, Guid ByWhom, bool IsOfGroup);

    /// <summary>False where somebody else was quicker and nothing was changed.</summary>
    public async Task<Result<bool>> Handle(PlanAction action, Asked asked, Form form, CancellationToken stop)
    {
        var evidence = Typed.Text(form.Evidence);
        if (evidence.Length > Longest)
        {
            return new Problem("Evidence", $"Say it in at most {Longest:N0} letters; these are {evidence.Length:N0}.");
        }

        if (action.Version != asked.Version)
        {
            return false;
        }

        var document = await Document(asked, form, stop);
        if (!document.Succeeded)
        {
            return document.Problems.ToArray();
        }

        if (evidence.Length == 0 && document.Value is null)
        {
            return new Problem("Evidence", "Say what shows that it is done, or choose a document that does.");
        }

        var now = clock.GetUtcNow();
        (action.State, action.EndedOn, action.ChangedAt) = (ActionState.Done, DateOnly.FromDateTime(now.UtcDateTime), now);
        (action.Evidence, action.DocumentId, action.Because) = (evidence.Length > 0 ? evidence : null, document.Value, null);
        return await db.SaveUnlessChanged(stop);
    }

    private async Task<Result<Guid?>> Document(Asked asked, Form form, CancellationToken stop)
    {
        if (asked.Arrived is not null)
        {
            var added = await passport.Add(asked.Group, new(form.Sort, form.Title, form.ExpiresOn, form.ForStaff || !asked.IsOfGroup), asked.Arrived, asked.ByWhom, stop);
            return added.Succeeded ? added.Value : added.Problems.ToArray();
        }

        if (string.IsNullOrEmpty(form.Document))
        {
            return (Guid?)null;
        }

        return (await passport.Shown(asked.Group, asked.IsOfGroup, stop)).FirstOrDefault(one => one.Id.ToString() == form.Document) is { } kept
            ? kept.Id
            : new Problem("Document", "The group does not keep this document any more. Choose another.");
    }
}
