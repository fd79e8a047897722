using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;

namespace Trellis.Platform.Documents;

internal static class DocumentHost
{
    /// <summary>Files that people give: looked at, kept, and given out again.</summary>
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<DocumentLimits>();
        services.AddSingleton<LookAtFile>();
        services.AddScoped<KeepFiles>();
        services.AddScoped<UploadRate>();
        services.AddSingleton<ICheck, FilesHold>();
    }
}
