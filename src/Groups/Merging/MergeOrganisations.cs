using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Groups.Merging;

/// <summary>Makes one organisation of two: all that is said of the second is from now on said of the first, and its address leads there.</summary>
internal sealed class MergeOrganisations(Change change, Trail trail)
{
    private const int LongestReason = 400;

    /// <param name="KeepId">The one that stays.</param>
    /// <param name="MergeId">The one that becomes part of it.</param>
    public sealed record Form(Guid PlaceId, Guid KeepId, Guid MergeId, string ByWhom, string Reason);

    /// <summary>Returns the merge, by which it can be undone.</summary>
    /// <remarks>What somebody wrote as their reason may name people, so it goes into the history, from which it can be erased.</remarks>
    public async Task<Result<Guid>> Handle(Form form, CancellationToken stop)
    {
        if (FreeText.Tidy(form.Reason) is not { Length: <= LongestReason } reason)
        {
            return new Problem(nameof(form.Reason), $"Say in a few words why they are one group, in at most {LongestReason} letters.");
        }

        trail.Because(reason);
        return await change.Do(form.PlaceId, desk => Merge(desk, form with { Reason = "It was found here twice." }, stop), stop);
    }

    internal static async Task<Result<Guid>> Merge(Change.Desk desk, Form form, CancellationToken stop)
    {
        if (form.KeepId == form.MergeId)
        {
            return new Problem("MergeId", "A group cannot be merged with itself.");
        }

        var there = await desk.Connection.Value<long>(
            "SELECT COUNT(*) FROM groups_organisation WHERE place_id = @place AND merged_into_id IS NULL AND id IN (@keep, @merge)", stop,
            ("place", form.PlaceId), ("keep", form.KeepId), ("merge", form.MergeId));
        if (there < 2)
        {
            return new Problem("MergeId", "One of the two is not here any longer, or is part of another group already.");
        }

        var merge = Guid.CreateVersion7(desk.Now);
        await desk.Connection.Execute(
            "INSERT INTO groups_merge (id, place_id, kept_id, merged_id, at, by_whom, reason) VALUES (@id, @place, @keep, @merge, @at, @by, @reason)", stop,
            ("id", merge), ("place", form.PlaceId), ("keep", form.KeepId), ("merge", form.MergeId), ("at", desk.Now.UtcDateTime), ("by", form.ByWhom), ("reason", form.Reason));
        foreach (var mover in Change.Movers(desk))
        {
            await Move(desk, merge, mover, form, stop);
        }

        await Change.MoveFiles(desk, form.MergeId, form.KeepId, stop);
        await Leave(desk, form, stop);
        await Change.Compose(desk, [form.KeepId], stop);
        desk.Deeds.Add(new(nameof(Record.Merge), merge, desk.PlaceId, DeedKind.Added, []));
        return merge;
    }

    private static async Task Move(Change.Desk desk, Guid merge, MergeFollower mover, Form form, CancellationToken stop)
    {
        var (table, key, column) = (mover.Table, mover.Key, mover.Column);

        // What is about both already stays as it is: it is found under the kept one, and an undone merge finds it where it was.
        var moves = $"{column} = @from AND NOT EXISTS (SELECT 1 FROM {table} other WHERE other.{key} = {table}.{key} AND other.{column} = @to)";
        await desk.Connection.Execute(
            $"INSERT INTO groups_merge_item (merge_id, item_id, kind) SELECT @merge, {key}, @kind FROM {table} WHERE {moves}", stop,
            ("merge", merge), ("kind", mover.Kind), ("from", form.MergeId), ("to", form.KeepId));
        await desk.Connection.Execute($"UPDATE {table} SET {column} = @to{mover.AndVersion} WHERE {moves}", stop, ("to", form.KeepId), ("from", form.MergeId));
    }

    /// <summary>The merged one keeps its row, so that its address leads on, and nothing else.</summary>
    private static async Task Leave(Change.Desk desk, Form form, CancellationToken stop)
    {
        await desk.Connection.Execute(
            "UPDATE groups_organisation SET merged_into_id = @keep, is_listed = @no, status = @closed, changed = @stamp, version = version + 1 WHERE id = @id", stop,
            ("keep", form.KeepId), ("no", false), ("closed", nameof(Status.Closed)), ("stamp", desk.Stamp), ("id", form.MergeId));
        foreach (var table in new[] { "groups_name", "groups_identifier", "groups_tag" })
        {
            await desk.Connection.Execute($"DELETE FROM {table} WHERE organisation_id = @id", stop, ("id", form.MergeId));
        }
    }
}
