using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Confidential;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Events;
using Trellis.Platform.Exchange;
using Trellis.Platform.Exchange.Bringing;
using Trellis.Platform.Jobs;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Platform.Privacy;
using Trellis.Platform.Web.Once;

namespace Trellis.Platform;

public static class PlatformHost
{
    public static void AddPlatform(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<Module> modules)
    {
        services.AddLogging(logging => logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None)); // told once, with its reference, by Failures
        services.AddHttpContextAccessor(); // who acts is asked of the request, where there is one
        services.AddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new Database(configuration.GetConnectionString("Db") ?? "Data Source=trellis.db"));
        services.AddSingleton<WriteGate>();
        services.AddScoped<Turns>();
        services.AddSingleton<Stamps>();
        services.AddSingleton<Facts>();
        services.AddSingleton<Deliver>();
        services.AddSingleton<Leases>();
        services.AddSingleton<Texts.Texts>();
        services.AddDbContext<Db>((provider, options) => provider.GetRequiredService<Database>().Configure(options));
        services.AddScoped<RunImport>();
        services.AddScoped<LoadPlace>();
        services.AddSingleton<LatestImports>();
        services.AddBringing();
        services.AddScoped<Backup>();
        services.AddScoped<Restore>();
        services.AddScoped<Verify>();
        services.AddSingleton<ICheck>(PlatformChecks.ImportsAddUp);
        services.AddSingleton<ICheck>(PlatformChecks.FactsAreTold);
        services.AddOnce();
        services.AddPlaces();
        services.AddAccess(configuration);
        services.AddHistory();
        services.AddPrivacy();
        services.AddConfidential();
        services.AddSingleton<ICheck, ChainHolds>();
        services.AddDocuments();
        services.AddNotices(configuration);
        services.AddJobs(configuration);

        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.AddServices(services);
        }
    }
}
