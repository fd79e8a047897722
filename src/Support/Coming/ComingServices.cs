using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Privacy;

namespace Trellis.Support.Coming;

internal static class ComingServices
{
    /// <summary>What comes out of the system that a place had before.</summary>
    public static void AddComing(this IServiceCollection services)
    {
        services.AddRules(ComingRules.Rule);
        services.AddWorkLinks(ComingRules.Door);
        services.AddToRegister([ComingRegister.Arrivals, ComingRegister.Waiting]);
        services.AddHistoryWords(ComingWords.History);
        services.AddScoped<TakeInFile>();
        services.AddScoped<KnowWords>();
        services.AddScoped<KnowGroups>();
        services.AddScoped<KnowTwice>();
        services.AddScoped<IFileKind, HistoryFiles>();
        services.AddScoped<IFileKind, ContactFiles>();
        services.AddScoped<FileKinds>();
        services.AddScoped<LookAhead>();
        services.AddScoped<SayWhatIsMeant>();
        services.AddScoped<BringIn>();
        services.AddScoped<TakeBack>();
        services.AddScoped<DropFile>();
    }
}
