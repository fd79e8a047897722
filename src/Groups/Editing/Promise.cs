using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;

namespace Trellis.Groups.Editing;

/// <summary>A group's promise how often it says whether its entry is still right.</summary>
internal static class Promise
{
    public static readonly IReadOnlyList<int> Months = [3, 6, 12];

    /// <summary>False where nobody can promise that.</summary>
    public static async Task<bool> Set(Change.Desk desk, Guid organisation, int months, CancellationToken stop)
    {
        if (!Months.Contains(months))
        {
            return false;
        }

        (await Of(desk, organisation, stop)).EveryMonths = months;
        return true;
    }

    /// <summary>The group's row, made where there is none.</summary>
    public static async Task<Freshness> Of(Change.Desk desk, Guid organisation, CancellationToken stop) =>
        await desk.Db.Set<Freshness>().FirstOrDefaultAsync(one => one.OrganisationId == organisation, stop)
        ?? desk.Db.Add(new Freshness { OrganisationId = organisation, Unanswered = 0 }).Entity;
}
