using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Documents;
using Trellis.Platform.Jobs;

namespace Trellis.Groups.Documents;

internal static class DocumentParts
{
    /// <summary>The documents a group keeps once and shows to whoever it allows.</summary>
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddScoped<AddDocument>();
        services.AddScoped<Passport, GroupPassport>();
        services.AddScoped<ChangeDocument>();
        services.AddScoped<RemoveDocument>();
        services.AddScoped<ListDocuments>();
        services.AddScoped<ReadDocument>();
        services.AddScoped<WarnOfExpiry>();
        services.AddScoped<IGroupSections, PublicDocuments>();
        services.AddJob(WarnOfExpiry.Job);
        services.AddSingleton(new FileHolder("groups_document", "file_id"));
    }
}
