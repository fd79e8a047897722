using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Sharing;

/// <summary>Opens a check to somebody, and closes it again at once.</summary>
internal sealed class ShareCheck(Db db, TimeProvider clock)
{
    public sealed class Form
    {
        public string? Audience { get; set; }

        public string? Funder { get; set; }
    }

    /// <summary>The secret of a funder's link, shown once; empty for the other audiences.</summary>
    public async Task<Result<string>> Give(Assessment assessment, Form form, Guid by, CancellationToken stop)
    {
        if (!Enum.TryParse<Audience>(form.Audience, out var audience) || !Enum.IsDefined(audience))
        {
            return new Problem("Audience", "Choose to whom the check is opened.");
        }

        var funder = audience == Audience.Funder ? form.Funder?.Trim() ?? "" : null;
        if (funder?.Length is 0 or > 200)
        {
            return new Problem("Funder", "Name the funder, in at most 200 letters.");
        }

        if (await db.Consents(audience).AnyAsync(one => one.AssessmentId == assessment.Id && one.Funder == funder, stop))
        {
            return new Problem("Audience", "It is open to them already. If their link is lost, close it and open it again.");
        }

        var (now, secret) = (clock.GetUtcNow(), funder is null ? "" : Secret.Make());
        db.Add(new CheckConsent { Id = Guid.CreateVersion7(now), PlaceId = assessment.PlaceId, AssessmentId = assessment.Id, Audience = audience, Funder = funder, TokenHash = funder is null ? null : Secret.Hash(secret), GivenAt = now, GivenBy = by });
        await db.SaveChangesAsync(stop);
        return secret;
    }

    /// <summary>Takes a yes back; from then on nobody reads by it. False where there is none.</summary>
    public async Task<bool> TakeBack(Assessment assessment, Guid consent, CancellationToken stop)
    {
        if (await db.Set<CheckConsent>().FirstOrDefaultAsync(one => one.Id == consent && one.AssessmentId == assessment.Id, stop) is not { } given)
        {
            return false;
        }

        given.WithdrawnAt ??= clock.GetUtcNow();
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // pressed twice
        }

        return true;
    }
}
