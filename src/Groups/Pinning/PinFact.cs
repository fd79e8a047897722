using Trellis.Groups.Editing;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Pinning;

/// <summary>Fixes which source's word is shown in a field of a group, as it stands now: no later import changes it.</summary>
internal sealed class PinFact(Change change, Trail trail, Texts t)
{
    private const int Longest = 500;

    /// <param name="Record">The source record whose word is to be shown.</param>
    /// <param name="Reason">Shown on the group's page.</param>
    /// <param name="By">As what the worker acts.</param>
    public sealed record Form(Guid OrganisationId, Field? Field, Guid Record, string? Reason, Role By);

    /// <summary>The fact that is now pinned.</summary>
    public async Task<Result<Field>> Handle(Guid placeId, Form form, CancellationToken stop)
    {
        if (form.Field is not { } field || !Pinned.Fields.Contains(field))
        {
            return new Problem("Record", "Choose which of the sources is right.");
        }

        if (FreeText.Tidy(form.Reason) is not { Length: <= Longest } reason)
        {
            return new Problem("Reason", $"Say why this one is right, in at most {Longest} letters. Everybody can read it.");
        }

        trail.Because(reason);
        return await change.Do<Field>(placeId, desk => Pin(desk, form, field, reason, stop), stop);
    }

    private async Task<Result<Field>> Pin(Change.Desk desk, Form form, Field field, string reason, CancellationToken stop)
    {
        var standing = await ReadStanding.Of(desk.Db, desk.PlaceId, form.OrganisationId, stop);
        if (standing?.Said.FirstOrDefault(one => one.RecordId == form.Record) is not { } told || Pinned.Text(t, told, field) is null)
        {
            return new Problem("Record", "Choose which of the sources is right.");
        }

        await UnpinFact.Take(desk, form.OrganisationId, field, stop);
        var pin = new Pin(field, told.RecordId, Pinned.Only(told.Said, field), told.Of(field).AsOf, reason, desk.Today, form.By);
        await OwnWords.Change(desk, Authority.Worker, form.OrganisationId, own => own with { Spoken = (own.Spoken ?? new()) with { Pins = [.. own.Spoken?.Pins ?? [], pin] } }, stop);
        desk.Deeds.Add(new(nameof(Organisation), form.OrganisationId, desk.PlaceId, DeedKind.Changed, [field.ToString(), "Pins"]));
        return field;
    }
}
