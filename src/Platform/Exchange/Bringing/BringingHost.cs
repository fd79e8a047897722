using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Privacy;

namespace Trellis.Platform.Exchange.Bringing;

internal static class BringingHost
{
    /// <summary>Files that come in by the browser.</summary>
    public static void AddBringing(this IServiceCollection services)
    {
        services.AddRules(BringingRules.Rule);
        services.AddWorkLinks(BringingRules.Door);
        services.AddToRegister(BringingRegister.Tables);
        services.AddHistoryWords(BringingWords.History);
        services.AddScoped<IRecordNames, NameImports>();
        services.AddScoped<TryFile>();
        services.AddScoped<ReceiveFile>();
        services.AddScoped<SayOfFile>();
        services.AddScoped<BringInFile>();
        services.AddScoped<RemoveFile>();
        services.AddScoped<TakeListBack>();
        services.AddScoped<ReadImports>();
    }
}
