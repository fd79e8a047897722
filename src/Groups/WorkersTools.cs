using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Groups.Entering;
using Trellis.Groups.Lists;
using Trellis.Groups.Merging;
using Trellis.Groups.Notes;
using Trellis.Groups.People;
using Trellis.Groups.Pinning;
using Trellis.Groups.Tags;
using Trellis.Groups.Telling;
using Trellis.Platform.Audit;

namespace Trellis.Groups;

/// <summary>What the place's workers can do with groups beside editing them.</summary>
internal static class WorkersTools
{
    public static void AddWorkersTools(this IServiceCollection services)
    {
        services.AddScoped<LikelyTwins>();
        services.AddScoped<EnterGroup>();
        services.AddScoped<ReadDisagreements>();
        services.AddScoped<PinFact>();
        services.AddScoped<UnpinFact>();
        services.AddScoped<ListPins>();
        services.AddScoped<WriteNote>();
        services.AddScoped<CorrectNote>();
        services.AddTags();
        services.AddLists();
        services.AddScoped<Change>();
        services.AddScoped<MergeOrganisations>();
        services.AddScoped<UndoMerge>();
        services.AddScoped<DecideLikeness>();
        services.AddScoped<ReadAlike>();
        services.AddHistoryWords(WorkerHistoryWords.All);
        services.AddSingleton(SampleLead.Person);
        services.AddSampleGroups();
    }
}
