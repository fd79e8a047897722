using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;

namespace Trellis.Groups.Editing;

/// <summary>Changes a group's entry at once, in the group's own name or in a worker's.</summary>
internal sealed class EditGroup(Change change, Trail trail)
{
    private const int LongestReason = 500;

    /// <param name="Version">Of the entry that the answers were typed over.</param>
    /// <param name="Voice">In whose name: the group's or a worker's.</param>
    /// <param name="EveryMonths">How often the group wants to be asked; null leaves it as it is.</param>
    public sealed record Form(Guid OrganisationId, int Version, Authority Voice, EntryForm Typed, int? EveryMonths);

    /// <summary>What came of it: the names of the fields that changed, or the entry as somebody else has left it meanwhile.</summary>
    public sealed record Edited(IReadOnlyList<Field> Changed, ReadStanding.Standing? Meanwhile);

    /// <summary>Null where the group is not there any longer.</summary>
    public async Task<Result<Edited>?> Handle(Guid placeId, Form form, CancellationToken stop)
    {
        ReadStanding.Standing? now = null;
        trail.Because(FreeText.Tidy(form.Typed.Because));
        var done = await change.Do<Edited>(
            placeId,
            async desk => (now = await ReadStanding.Of(desk.Db, placeId, form.OrganisationId, stop))?.Group.Version == form.Version ? await Edit(desk, now!, form, stop) : NotDone,
            stop);
        return now is null ? null : now.Group.Version == form.Version ? done : new Edited([], now);
    }

    private static readonly Problem NotDone = new("", "Somebody else was quicker.");

    private static async Task<Result<Edited>> Edit(Change.Desk desk, ReadStanding.Standing now, Form form, CancellationToken stop)
    {
        var read = ReadEntry.From(form.Typed, now.Entry);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        if (FreeText.Tidy(form.Typed.Because) is { Length: > LongestReason })
        {
            return new Problem("Because", "Say why in at most 500 letters.");
        }

        if (form.EveryMonths is { } months && !(await Promise.Set(desk, form.OrganisationId, months, stop)))
        {
            return new Problem("EveryMonths", "Choose how often to ask.");
        }

        var (wanted, withheld) = (read.Value, ReadEntry.Withheld(form.Typed));
        var changed = wanted.Beside(now.Entry);
        var isNowWithheld = !withheld.Order().SequenceEqual(now.Withheld(form.Voice).Order());
        if (changed.Count > 0 || isNowWithheld)
        {
            await OwnWords.Change(desk, form.Voice, form.OrganisationId, own => Say(own, changed, wanted, desk.Today).Withhold(withheld), stop);
            desk.Deeds.Add(new(nameof(Organisation), form.OrganisationId, desk.PlaceId, DeedKind.Changed,
                [.. changed.Select(field => field.ToString()).Concat(isNowWithheld ? ["NotPublic"] : []).Order(StringComparer.Ordinal)]));
        }

        return new Edited(changed, null);
    }

    /// <summary>An address and its postcode are said together, or half of one could meet half of another source's.</summary>
    internal static Statement Say(Statement own, IReadOnlyCollection<Field> changed, Entry wanted, DateOnly today)
    {
        var all = changed.Any(field => Saying.Kept(field) == Field.Address) ? changed.Union([Field.Address, Field.Postcode]) : changed;
        return all.Aggregate(own, (said, field) => said.Say(field, wanted[field], today));
    }
}
