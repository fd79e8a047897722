using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;

namespace Trellis.Support.Library;

/// <summary>Looks each night whether the links of the libraries still work. It calls other sites, and so does nothing until the operator has switched it on.</summary>
internal sealed class CheckLinks(Db db, LookAtLink look, IConfiguration settings, TimeProvider clock)
{
    /// <summary>The setting by which the operator switches it on.</summary>
    public const string Switch = "Library:CheckLinks";

    private const int MostANight = 500;
    private static readonly TimeSpan Rest = TimeSpan.FromHours(20);

    public static readonly Job Job = new("check-links", "Look whether the links of the library still work", Rhythm.Daily(3, 40), (scope, stop) => scope.GetRequiredService<CheckLinks>().Handle(stop));

    public bool IsOn => bool.TryParse(settings[Switch], out var on) && on;

    public async Task<string> Handle(CancellationToken stop)
    {
        if (!IsOn)
        {
            return $"No link was looked at: {Switch} is not switched on.";
        }

        var before = clock.GetUtcNow() - Rest;
        var due = await (
            from resource in db.Set<Resource>()
            where resource.Url != null && resource.RetiredAt == null && !db.Set<Link>().Any(link => link.ResourceId == resource.Id && link.Url == resource.Url && link.LookedAt > before)
            orderby resource.Id
            select new { resource.Id, resource.Url }).Take(MostANight).ToListAsync(stop);
        var (broken, unsure) = (0, 0);
        foreach (var one in due)
        {
            var seen = await look.Handle(one.Url!, stop);
            await Keep(one.Id, one.Url!, seen, stop);
            (broken, unsure) = (broken + (seen.State == LinkState.Broken ? 1 : 0), unsure + (seen.State == LinkState.Unsure ? 1 : 0));
        }

        return $"{due.Count} links were looked at: {broken} broken, {unsure} without a clear answer.";
    }

    private async Task Keep(Guid resourceId, string url, LookAtLink.Seen seen, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var link = await db.Set<Link>().FirstOrDefaultAsync(one => one.ResourceId == resourceId, stop)
            ?? db.Add(new Link { ResourceId = resourceId, Url = url, State = seen.State, Said = seen.Said, LookedAt = clock.GetUtcNow() }).Entity;
        (link.Url, link.State, link.Said, link.LookedAt) = (url, seen.State, seen.Said, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
    }
}
