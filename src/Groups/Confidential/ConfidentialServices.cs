using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Audit;
using Trellis.Platform.Confidential;

namespace Trellis.Groups.Confidential;

internal static class ConfidentialServices
{
    /// <summary>What only few may know of groups.</summary>
    public static void AddConfidentialNotes(this IServiceCollection services)
    {
        services.AddScoped<KeepNote>();
        services.AddScoped<IRecordNames, NameNotes>();
        services.AddSealedColumns(ConfidentialNote.Text);
    }
}
