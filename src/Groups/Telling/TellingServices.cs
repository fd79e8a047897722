using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Audit;

namespace Trellis.Groups.Telling;

internal static class TellingServices
{
    /// <summary>The history of groups in words.</summary>
    public static void AddTelling(this IServiceCollection services)
    {
        services.AddScoped<ReadFileLines>();
        services.AddScoped<IRecordNames, NameGroups>();
        services.AddHistoryWords(GroupHistoryWords.All);
    }
}
