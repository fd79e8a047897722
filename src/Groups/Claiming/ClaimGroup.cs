using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Groups.Claiming;

/// <summary>Takes somebody's word that a group is theirs, and asks for the proof: the group's lead first, where there is one.</summary>
internal sealed class ClaimGroup(Db db, Post post, Rates rates, TimeProvider clock)
{
    private const int Longest = 200;
    private const int MostADay = 5;
    private static readonly TimeSpan MailCodeLife = TimeSpan.FromDays(2);

    /// <param name="Part">What they are in the group.</param>
    public sealed record Form(ReadStanding.Standing Standing, Actor Who, string? Part, Proof? Proof, Uri Site);

    public async Task<Result<Claim>> Handle(Form form, CancellationToken stop)
    {
        var group = form.Standing.Group;
        if (FreeText.Tidy(form.Part) is not { Length: <= Longest } part)
        {
            return new Problem("Part", "Say what you are in the group, such as: treasurer.");
        }

        if (form.Proof is not { } proof || (proof == Proof.Mail && Mailbox(form.Standing) is null))
        {
            return new Problem("Proof", "Choose how you can show that this is your group.");
        }

        if (await db.Set<Claim>().AnyAsync(one => one.OrganisationId == group.Id && one.PersonId == form.Who.PersonId
            && (one.State == ClaimState.Proving || one.State == ClaimState.AskedLead || one.State == ClaimState.Waiting), stop) || form.Who.Is(Role.Lead, group.Id))
        {
            return new Problem("", "You have said so already. This page shows how it stands.");
        }

        if (!await rates.Allow("claim:" + form.Who.PersonId, MostADay, TimeSpan.FromDays(1), stop) || (proof == Proof.Mail && !await rates.Allow("claim-mail:" + group.Id, MostADay, TimeSpan.FromDays(1), stop)))
        {
            return new Problem("", "That was a lot in one day. Please come back tomorrow, or ask a worker of the place.");
        }

        var leads = await db.LeadsOf(group.Id).Select(person => person.Email).ToListAsync(stop);
        var claim = Add(form, part, proof, leads.Count > 0);
        Write(form, claim, leads);
        await db.SaveChangesAsync(stop);
        return claim;
    }

    /// <summary>Where a code can be sent; shown to the claimer only in part.</summary>
    public static string? Mailbox(ReadStanding.Standing standing) => EmailAddress.Tidy(standing.Composed.Email);

    /// <summary>h•••@s•••.org: enough to know one's own mailbox by, too little to learn a stranger's.</summary>
    public static string InPart(string email)
    {
        var (name, host) = (email.Split('@')[0], email.Split('@')[1]);
        return $"{name[0]}•••@{host[0]}•••{host[host.LastIndexOf('.')..]}";
    }

    private Claim Add(Form form, string part, Proof proof, bool hasLead)
    {
        var now = clock.GetUtcNow();
        return db.Add(new Claim
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = form.Standing.Group.PlaceId,
            OrganisationId = form.Standing.Group.Id,
            PersonId = form.Who.PersonId,
            Part = part,
            Proof = proof,
            State = hasLead ? ClaimState.AskedLead : proof == Proof.Worker ? ClaimState.Waiting : ClaimState.Proving,
            ClaimedAt = now,
        }).Entity;
    }

    private void Write(Form form, Claim claim, List<string> leads)
    {
        var group = form.Standing.Group;
        foreach (var lead in leads)
        {
            post.Queue(new(lead, $"Does {form.Who.Name} belong to {group.Name}?", Ask(form, claim), PlaceId: group.PlaceId));
        }

        if (claim.State == ClaimState.Proving && claim.Proof == Proof.Mail)
        {
            var code = ClaimCode.Make();
            (claim.CodeHash, claim.CodeEndsAt) = (ClaimCode.Hash(code, claim.Id), clock.GetUtcNow() + MailCodeLife);
            post.Queue(new(Mailbox(form.Standing)!, $"A code for {group.Name}", Code(form, claim, code), PlaceId: group.PlaceId));
        }
    }

    private static string Ask(Form form, Claim claim) =>
        $"""
        {form.Who.Name} ({form.Who.Email}) says to be of {form.Standing.Group.Name}: {claim.Part}.

        You lead this group, so you are asked first. Say here whether they may change its entry:

            {new Uri(form.Site, $"/groups/{form.Standing.Group.Slug}/claims")}

        If you do not answer within two weeks, a worker of the place decides.
        """;

    private static string Code(Form form, Claim claim, string code) =>
        $"""
        {form.Who.Name} ({form.Who.Email}) says to be of {form.Standing.Group.Name}: {claim.Part}.

        If that is right, give them this code. They type it on the page of the group, within two days:

            {code}

        Whoever has the code can change the entry of {form.Standing.Group.Name}. If you do not know this person, give it to nobody and you need do nothing.
        """;
}
