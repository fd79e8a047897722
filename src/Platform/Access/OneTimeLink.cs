using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>What a link that works once is for; a link for one thing opens no other.</summary>
public enum LinkPurpose
{
    FirstAdministrator,
    Invitation,
    ConfirmEntry,
    ProposeChange,
    ClaimByMail,
    NewEmail,
    ChangeBooking,
    SayUsefulness,
    EnquirySatisfaction,
}

/// <summary>A link sent to somebody that works once, for one thing, until a time.</summary>
public sealed class OneTimeLink
{
    public required Guid Id { get; init; }

    public required string TokenHash { get; init; }

    public required LinkPurpose Purpose { get; init; }

    public Guid? PlaceId { get; init; }

    /// <summary>What it is about: an organisation, a person, an invitation.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The mailbox it was sent to.</summary>
    public string? Email { get; init; }

    /// <summary>What else must be remembered, in the purpose's own form.</summary>
    public string? About { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public Guid? MadeBy { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>Makes such links and finds the ones that still work.</summary>
public sealed class OneTimeLinks(Db db, TimeProvider clock)
{
    /// <summary>What a new link is to say.</summary>
    public sealed record Wanted(LinkPurpose Purpose, TimeSpan Life, Guid? PlaceId = null, Guid? SubjectId = null, string? Email = null, string? About = null, Guid? MadeBy = null);

    /// <summary>The link's secret, to be saved with the caller's change; the database only keeps its hash.</summary>
    public string Make(Wanted wanted)
    {
        var (secret, now) = (Secret.Make(), clock.GetUtcNow());
        db.Add(new OneTimeLink
        {
            Id = Guid.CreateVersion7(now),
            TokenHash = Secret.Hash(secret),
            Purpose = wanted.Purpose,
            PlaceId = wanted.PlaceId,
            SubjectId = wanted.SubjectId,
            Email = wanted.Email,
            About = wanted.About,
            MadeAt = now,
            MadeBy = wanted.MadeBy,
            ExpiresAt = now + wanted.Life,
        });
        return secret;
    }

    /// <summary>The link with this secret; null where it is unknown, used, too old or for something else.</summary>
    public async Task<OneTimeLink?> Find(string? secret, LinkPurpose purpose, CancellationToken stop) =>
        secret is { Length: > 0 and < 100 }
        && await db.Set<OneTimeLink>().FirstOrDefaultAsync(link => link.TokenHash == Secret.Hash(secret), stop) is { UsedAt: null } found
        && found.Purpose == purpose && found.ExpiresAt > clock.GetUtcNow() ? found : null;

    /// <summary>Makes every link of this purpose about somebody or something worthless, to be saved with the caller's change.</summary>
    public async Task UseUp(LinkPurpose purpose, Guid subjectId, CancellationToken stop)
    {
        foreach (var link in await db.Set<OneTimeLink>().Where(link => link.Purpose == purpose && link.SubjectId == subjectId && link.UsedAt == null).ToListAsync(stop))
        {
            Use(link);
        }
    }

    /// <summary>The latest link of this purpose about somebody or something that still works.</summary>
    public async Task<OneTimeLink?> Waiting(LinkPurpose purpose, Guid subjectId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await db.Set<OneTimeLink>().AsNoTracking().Where(link => link.Purpose == purpose && link.SubjectId == subjectId && link.UsedAt == null && link.ExpiresAt > now)
            .OrderByDescending(link => link.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>Marks it used, to be saved with what it was used for: of two at once, one saves and the other fails.</summary>
    public void Use(OneTimeLink link) => link.UsedAt = clock.GetUtcNow();
}
