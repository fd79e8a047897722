using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Editing;
using Trellis.Groups.Merging;
using Trellis.Groups.Proposing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Confirming;

/// <summary>Takes the answer to an asking: all still right, or what should be changed.</summary>
internal sealed class ConfirmEntry(Change change, OneTimeLinks links, ProposeChange propose)
{
    private static readonly Problem Over = new("", "This link has been used, or is too old.");

    /// <summary>All is still right, says whoever has the link.</summary>
    public Task<Result<Guid>> AllRight(Guid placeId, string? key, CancellationToken stop) => change.Do<Guid>(
        placeId,
        async desk => await Use(desk, key, LinkPurpose.ConfirmEntry, stop) is { SubjectId: { } group } ? await Confirm(desk, group, stop) : Over,
        stop);

    /// <summary>What a lead changes is shown at once; what another changes waits for approval.</summary>
    public Task<Result<bool>> Changed(Guid placeId, string? key, LinkPurpose purpose, EntryForm typed, CancellationToken stop) => change.Do<bool>(
        placeId,
        async desk => await Use(desk, key, purpose, stop) is { SubjectId: { } group, Email: { } email } ? await Take(desk, group, email, typed, stop) : Over,
        stop);

    /// <summary>The same for a lead who is signed in and needs no link.</summary>
    internal static async Task<Guid> Confirm(Change.Desk desk, Guid group, CancellationToken stop)
    {
        if (await desk.Db.Set<SourceRecord>().AnyAsync(one => one.OrganisationId == group && desk.Db.Set<Source>().Any(source => source.Id == one.SourceId && source.Format == Intake.Tellers.ByGroup), stop))
        {
            await OwnWords.Change(desk, Authority.Group, group, own => own.Again(desk.Today), stop);
        }

        (await Promise.Of(desk, group, stop)).Unanswered = 0;
        await desk.Connection.Execute(
            "UPDATE groups_organisation SET confirmed_at = @at, changed = @stamp, version = version + 1 WHERE id = @id", stop,
            ("at", desk.Now.UtcDateTime), ("stamp", desk.Stamp), ("id", group));
        desk.Deeds.Add(new(nameof(Organisation), group, desk.PlaceId, DeedKind.Changed, [nameof(Organisation.ConfirmedAt)]));
        return group;
    }

    /// <summary>Found and used in the same transaction, so that of two at once only one counts.</summary>
    private async Task<OneTimeLink?> Use(Change.Desk desk, string? key, LinkPurpose purpose, CancellationToken stop)
    {
        if (await links.Find(key, purpose, stop) is not { SubjectId: { } subject } link || link.PlaceId != desk.PlaceId
            || !await desk.Db.Organisations(desk.PlaceId).AnyAsync(one => one.Id == subject && one.MergedIntoId == null, stop))
        {
            return null;
        }

        links.Use(link);
        return link;
    }

    private async Task<Result<bool>> Take(Change.Desk desk, Guid group, string email, EntryForm typed, CancellationToken stop)
    {
        var standing = (await ReadStanding.Of(desk.Db, desk.PlaceId, group, stop))!;
        var shown = await PublicEntry.Of(desk.Db, group, stop);
        if (!await desk.Db.LeadsOf(group).AnyAsync(person => person.Email == email, stop))
        {
            var proposed = propose.Add(new(standing.Group, shown, typed, email));
            return proposed.Succeeded ? false : proposed.Problems.ToArray();
        }

        var read = ReadEntry.From(typed, shown);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        var changed = read.Value.Beside(shown);
        await OwnWords.Change(desk, Authority.Group, group, own => EditGroup.Say(own, changed, read.Value, desk.Today), stop);
        desk.Deeds.Add(new(nameof(Organisation), group, desk.PlaceId, DeedKind.Changed, [.. changed.Select(field => field.ToString()).Order(StringComparer.Ordinal)]));
        await Confirm(desk, group, stop);
        return true;
    }
}
