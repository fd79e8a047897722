using Trellis.Support.Checks.Records;
using Trellis.Tests.Access.Matrix;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>Groups that have made a check twice.</summary>
internal static class TwoChecks
{
    /// <summary>Two finished checks of a group, from not yet to in place in one item of Money.</summary>
    public static async Task<Guid> Twice(this Site site, Guid place, Guid group)
    {
        var now = site.Clock.GetUtcNow();
        var first = await CheckRows.Begun(site, place, group, one => one.FinishedAt = now.AddDays(-200));
        var second = await CheckRows.Begun(site, place, group, one => one.FinishedAt = now, first);
        await site.InDb(db =>
        {
            db.Add(Agreement(first, Said.NotYet));
            db.Add(Agreement(second, Said.InPlace));
            return db.SaveChangesAsync();
        });
        return second;

        Agreed Agreement(Guid check, Said said) => new() { Id = Guid.CreateVersion7(), PlaceId = place, AssessmentId = check, Item = "money-1", Said = said, Reason = "So", AgreedAt = now };
    }
}
