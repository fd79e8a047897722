using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Returns;

namespace Trellis.Reports.Samples;

/// <summary>For the demo's manager: three funders to report to, with the returns of last quarter begun, counted from the made-up records.</summary>
internal sealed class SampleReports(Db db, KeepFramework keep, MakeReturn make, TimeProvider clock)
{
    private static readonly string[] Shipped = ["borough-infrastructure", "social-prescribing", "common-minimum"];

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SampleReports>();
        services.AddSingleton(new SampleWork(90, (parts, place, stop) => parts.GetRequiredService<SampleReports>().Handle(place, stop)));
    }

    public async Task Handle(Place place, CancellationToken stop)
    {
        if (await db.Set<Framework>().AnyAsync(one => one.PlaceId == place.Id, stop))
        {
            return;
        }

        foreach (var key in Shipped)
        {
            var made = await keep.Make(place.Id, key, stop);
            var framework = await db.Set<Framework>().SingleAsync(one => one.Id == made.Value, stop);
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (framework.Periods(today).Where(period => period.Last < today).Select(period => (DateOnly?)period.First).Max() is { } first)
            {
                await make.Begin(framework, first, stop);
            }
        }
    }
}
