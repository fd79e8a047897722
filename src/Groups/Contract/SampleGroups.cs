using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.People;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Groups.Contract;

/// <summary>The demo's made-up groups, each of which says so in its name: nothing is ever invented about a real one.</summary>
public static class SampleGroups
{
    /// <summary>What stands at the end of each name.</summary>
    public const string Mark = "(made up for the demo)";

    /// <summary>Those of the place, in the order in which they were made; the one that the made-up lead leads is not among them.</summary>
    public static IQueryable<OrganisationSummary> MadeUpGroups(this Db db, Guid placeId) =>
        db.AllOrganisations(placeId).Where(group => db.Set<Record.SourceRecord>().Any(record => record.OrganisationId == group.Id && record.Key.StartsWith(MakeSampleGroups.KeyStem))).OrderBy(group => group.Id);

    internal static void AddSampleGroups(this IServiceCollection services)
    {
        services.AddScoped<MakeSampleGroups>();
        services.AddSingleton(new SampleWork(10, (parts, place, stop) => parts.GetRequiredService<MakeSampleGroups>().Handle(place, stop)));
    }
}
