using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Groups.Claiming;

/// <summary>Decides whether somebody leads a group: by the code they enter, by the group's lead, or by a worker. Both sides are told.</summary>
internal sealed class DecideClaim(Db db, Post post, Rates rates, TimeProvider clock)
{
    private const int Longest = 1_000;
    private static readonly Problem Wrong = new("Code", "That code does not fit, or is too old. Look again, or ask a worker of the place.");
    private static readonly Problem Over = new("", "This has been decided already.");

    public async Task<Result<Claim>> Enter(Claim claim, string? code, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (!await rates.Allow("claim-code:" + claim.Id, Claim.MostTries, TimeSpan.FromDays(1), stop))
        {
            return new Problem("Code", "Those were too many tries. Come back tomorrow, or ask a worker of the place.");
        }

        return claim is { State: ClaimState.Proving, CodeHash: { } hash } && claim.CodeEndsAt > now && Secret.Same(ClaimCode.Hash(code ?? "", claim.Id), hash)
            ? await Save(claim, grant: true, null, null, stop)
            : Wrong;
    }

    /// <param name="grant">Whether they may lead the group.</param>
    /// <param name="byWhom">The lead or worker who decides.</param>
    public async Task<Result<Claim>> Decide(Claim claim, bool grant, string? reason, Guid byWhom, CancellationToken stop)
    {
        var text = FreeText.Tidy(reason);
        return !claim.IsOpen ? Over
            : !grant && text is not { Length: <= Longest } ? new Problem("Reason", "Say why not. Whoever claimed the group reads this.")
            : await Save(claim, grant, text, byWhom, stop);
    }

    /// <summary>A new code for a letter; the earlier one is worthless from now on.</summary>
    public async Task<string> Letter(Claim claim, CancellationToken stop)
    {
        var code = ClaimCode.Make();
        (claim.CodeHash, claim.CodeEndsAt) = (ClaimCode.Hash(code, claim.Id), clock.GetUtcNow().AddDays(28));
        await db.SaveChangesAsync(stop);
        return code;
    }

    private async Task<Result<Claim>> Save(Claim claim, bool grant, string? reason, Guid? byWhom, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        (claim.State, claim.DecidedAt, claim.DecidedBy, claim.Reason, claim.CodeHash) = (grant ? ClaimState.Granted : ClaimState.Refused, now, byWhom, reason, null);
        var group = await db.Organisations(claim.PlaceId).AsNoTracking().FirstAsync(one => one.Id == claim.OrganisationId, stop);
        var person = await db.Set<Person>().AsNoTracking().FirstAsync(one => one.Id == claim.PersonId, stop);
        var others = await db.LeadsOf(group.Id).Where(one => one.Id != person.Id).Select(one => one.Email).ToListAsync(stop);
        if (grant && !await db.Set<Appointment>().AnyAsync(one => one.PersonId == person.Id && one.Role == Role.Lead && one.ScopeId == group.Id && one.EndedAt == null, stop))
        {
            db.Add(new Appointment { Id = Guid.CreateVersion7(now), PersonId = person.Id, Role = Role.Lead, ScopeId = group.Id, PlaceId = group.PlaceId, Since = now, GivenBy = byWhom });
        }

        post.Queue(new(person.Email, grant ? $"You now lead {group.Name}" : $"About {group.Name}", ToClaimer(group, grant, reason), PersonId: person.Id, PlaceId: group.PlaceId));
        var known = EmailAddress.Tidy((await ReadStanding.Of(db, group.PlaceId, group.Id, stop))?.Composed.Email);
        foreach (var other in others.Union(known is null ? [] : [known]).Where(email => email != person.Email))
        {
            post.Queue(new(other, $"Who leads {group.Name}", ToGroup(group, person, grant), PlaceId: group.PlaceId));
        }

        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Over;
        }

        return claim;
    }

    private static string ToClaimer(Organisation group, bool grant, string? reason) => grant
        ? $"""
          You can now change the entry of {group.Name} in the directory. Sign in and open its page: there you find Edit.
          """
        : $"""
          You said that {group.Name} is your group. This was not accepted.

          Why: {reason}

          If you think that this is wrong, write to a worker of the place.
          """;

    private static string ToGroup(Organisation group, Person person, bool grant) => grant
        ? $"""
          {person.ShownName} ({person.Email}) can now change the entry of {group.Name} in the directory.

          If that is not right, tell us at once with "Is something wrong here?" on the page of the group.
          """
        : $"""
          {person.ShownName} ({person.Email}) said to be of {group.Name}. This was not accepted, and nothing was changed.
          """;
}
