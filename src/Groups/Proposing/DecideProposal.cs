using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Editing;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Notices;

namespace Trellis.Groups.Proposing;

/// <summary>Takes the fields of a proposal that are right and refuses the others; what is taken is shown at once, in the name of whoever decides.</summary>
internal sealed class DecideProposal(Change change, Post post)
{
    private const int Longest = 1_000;

    /// <param name="Take">The fields to take; none refuses all.</param>
    /// <param name="Reason">For the proposer, where something is refused.</param>
    public sealed record Form(Guid OrganisationId, Guid ProposalId, IReadOnlyList<Field> Take, string? Reason, Authority Voice, Guid ByWhom);

    public Task<Result<Guid>> Handle(Guid placeId, Form form, CancellationToken stop) => change.Do(placeId, desk => Decide(desk, form, stop), stop);

    private async Task<Result<Guid>> Decide(Change.Desk desk, Form form, CancellationToken stop)
    {
        var proposal = await desk.Db.Set<Proposal>().FirstOrDefaultAsync(one => one.Id == form.ProposalId && one.PlaceId == desk.PlaceId && one.OrganisationId == form.OrganisationId, stop);
        if (proposal is not { DecidedAt: null })
        {
            return new Problem("", "This has been decided already.");
        }

        var fields = await desk.Db.Set<ProposedField>().Where(one => one.ProposalId == proposal.Id).ToListAsync(stop);
        var reason = FreeText.Tidy(form.Reason);
        if (fields.Exists(one => !form.Take.Contains(one.Field)) && reason is not { Length: <= Longest })
        {
            return new Problem("Reason", "Say why something is not taken. Whoever proposed it reads this.");
        }

        foreach (var one in fields)
        {
            one.Verdict = form.Take.Contains(one.Field) ? Verdict.Taken : Verdict.Refused;
        }

        (proposal.DecidedAt, proposal.DecidedBy, proposal.Reason) = (desk.Now, form.ByWhom, reason);
        var taken = fields.Where(one => one.Verdict == Verdict.Taken).ToList();
        if (taken.Count > 0)
        {
            await Take(desk, form, taken, stop);
        }

        var name = await desk.Db.Organisations(desk.PlaceId).Where(one => one.Id == form.OrganisationId).Select(one => one.Name).FirstAsync(stop);
        post.Queue(new(proposal.Email, $"Your changes of {name}", Text(name, fields, reason), PlaceId: desk.PlaceId));
        return proposal.Id;
    }

    private static async Task Take(Change.Desk desk, Form form, List<ProposedField> taken, CancellationToken stop)
    {
        var now = (await ReadStanding.Of(desk.Db, desk.PlaceId, form.OrganisationId, stop))!;
        foreach (var one in taken)
        {
            now.Entry[one.Field] = one.After;
        }

        await OwnWords.Change(desk, form.Voice, form.OrganisationId, own => EditGroup.Say(own, [.. taken.Select(one => one.Field)], now.Entry, desk.Today), stop);
        desk.Deeds.Add(new(nameof(Organisation), form.OrganisationId, desk.PlaceId, DeedKind.Changed, [.. taken.Select(one => one.Field.ToString()).Order(StringComparer.Ordinal)]));
    }

    private static string Text(string name, List<ProposedField> fields, string? reason)
    {
        var lines = fields.Select(one => $"- {FieldWords.Of(one.Field)}: {(one.Verdict == Verdict.Taken ? "taken, and shown now" : "not taken")}");
        return $"""
            You proposed changes of the entry of {name}. This became of them:

            {string.Join('\n', lines)}
            {(reason is null ? "" : "\nWhy: " + reason + "\n")}
            Thank you for helping to keep the directory right.
            """;
    }
}
