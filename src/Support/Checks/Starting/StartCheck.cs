using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Starting;

/// <summary>Begins a health check: the group's lead for itself, or a worker on the word of somebody of the group.</summary>
internal sealed class StartCheck(Db db, InstrumentFiles files, KeepInstrument keep, TimeProvider clock)
{
    public sealed class Form
    {
        /// <summary>Key and version, as in trellis@1.</summary>
        public string? Instrument { get; set; }

        /// <summary>Who of the group wants it and lets the staff see it, where a worker begins it.</summary>
        public string? OnWordOf { get; set; }
    }

    public async Task<Result<Guid>> Handle(OrganisationSummary group, Form form, Guid by, bool isOwn, CancellationToken stop)
    {
        var word = form.OnWordOf?.Trim() ?? "";
        var problems = new List<Problem>();
        var instrument = form.Instrument?.Split('@') is [var key, var version] ? files.Find(key, version) : null;
        if (instrument is null)
        {
            problems.Add(new("Instrument", "Choose one of the health checks."));
        }

        if (!isOwn && word.Length is 0 or > 100)
        {
            problems.Add(new("OnWordOf", "Say who of the group wants this and lets you see it, in at most 100 letters. Without their yes there is no check."));
        }

        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        var kept = await keep.Handle(instrument!, stop);
        return kept.Succeeded ? await Begin(group, kept.Value, by, isOwn ? null : word, stop) : kept;
    }

    private async Task<Result<Guid>> Begin(OrganisationSummary group, Guid instrument, Guid by, string? word, CancellationToken stop)
    {
        if (await db.Assessments(group.PlaceId).AnyAsync(one => one.OrganisationId == group.Id && one.FinishedAt == null && one.InstrumentId == instrument, stop))
        {
            return new Problem("Instrument", "The group has begun this check already and has not finished it. Go on with that one.");
        }

        var now = clock.GetUtcNow();
        var before = await db.Assessments(group.PlaceId).Where(one => one.OrganisationId == group.Id && one.FinishedAt != null).OrderByDescending(one => one.InstrumentId == instrument).ThenByDescending(one => one.FinishedAt).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(stop);
        var begun = new Assessment { Id = Guid.CreateVersion7(now), PlaceId = group.PlaceId, OrganisationId = group.Id, InstrumentId = instrument, BeforeId = before, StartedAt = now, StartedBy = by, IsSample = false };
        db.Add(begun);
        if (word is not null)
        {
            db.Add(new CheckConsent { Id = Guid.CreateVersion7(now), PlaceId = group.PlaceId, AssessmentId = begun.Id, Audience = Audience.Support, OnWordOf = word, GivenAt = now, GivenBy = by });
        }

        await db.SaveChangesAsync(stop);
        return begun.Id;
    }
}
