using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Groups.Proposing;

/// <summary>Keeps what somebody from outside would change, until the group's lead or a worker decides.</summary>
internal sealed class ProposeChange(Db db, Rates rates, TimeProvider clock)
{
    private const int Most = 20;
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    /// <param name="Shown">The entry as the public sees it.</param>
    public sealed record Form(Organisation Group, Entry Shown, EntryForm Typed, string Email);

    public async Task<Result<Proposal>> Handle(Form form, CancellationToken stop)
    {
        if (!await rates.Allow("propose:" + form.Email, Most, Within, stop))
        {
            return new Problem("", "That was a lot in a short time. Please come back in an hour.");
        }

        var added = Add(form);
        if (added.Succeeded)
        {
            await db.SaveChangesAsync(stop);
        }

        return added;
    }

    /// <summary>Adds it to what the caller saves. A link that brings somebody here works once, so this counts no tries.</summary>
    public Result<Proposal> Add(Form form)
    {
        var read = ReadEntry.From(form.Typed, form.Shown);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        var changed = read.Value.Beside(form.Shown);
        if (changed.Count == 0)
        {
            return new Problem("", "You have changed nothing yet. Change what is wrong, then send it.");
        }

        var now = clock.GetUtcNow();
        var proposal = new Proposal { Id = Guid.CreateVersion7(now), PlaceId = form.Group.PlaceId, OrganisationId = form.Group.Id, Email = form.Email, ProposedAt = now };
        db.Add(proposal);
        db.AddRange(changed.Select(field => new ProposedField { ProposalId = proposal.Id, Field = field, Before = form.Shown[field], After = read.Value[field], Verdict = Verdict.Waiting }));
        return proposal;
    }
}
