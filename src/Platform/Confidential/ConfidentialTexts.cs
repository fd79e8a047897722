using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Platform.Confidential;

/// <summary>The one way to write and read what is confidential. It opens only where the place has named law and policy, and each reading is in the history before it is shown.</summary>
public sealed class ConfidentialTexts(Db db, KeyRing keys, Trail trail)
{
    private static readonly Problem Shut = new("", "The confidential compartment of this place is shut. An administrator opens it by naming the law and the place’s policy.");
    private static readonly Problem Altered = new("", "This text has been altered, or moved here from elsewhere, since it was written. It is not shown; please tell whoever runs the machine.");

    /// <summary>Why nothing can be read or written now; null where it can.</summary>
    public async Task<Problem?> Hindrance(Guid placeId, CancellationToken stop) =>
        !await db.Set<Compartment>().AnyAsync(one => one.PlaceId == placeId && one.ClosedAt == null, stop) ? Shut
        : await keys.Current(stop) is { Succeeded: false } missing ? missing.Problems[0] : null;

    /// <summary>The text as it may be kept in the column of this row.</summary>
    public async Task<Result<string>> Close(Guid placeId, SealedColumn column, Guid row, string text, CancellationToken stop) =>
        await Hindrance(placeId, stop) is { } hindrance ? hindrance : Cipher.Close(text, (await keys.Current(stop)).Value, column, row);

    /// <summary>The text as it was written, once it stands in the history that it was read.</summary>
    public async Task<Result<string>> Open(Guid placeId, SealedColumn column, Guid row, string closed, CancellationToken stop)
    {
        if (await Hindrance(placeId, stop) is { } hindrance)
        {
            return hindrance;
        }

        if (await keys.Find(Cipher.KeyOf(closed) ?? "", stop) is not { } key)
        {
            return Cipher.KeyOf(closed) is null ? Altered : KeyRing.Missing;
        }

        if (Cipher.Open(closed, key, column, row) is not { } text)
        {
            return Altered;
        }

        await trail.Read(column.Kind, row, placeId, stop);
        return text;
    }
}
