using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Jobs;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;
using Trellis.Support.Relationship;

namespace Trellis.Support.Plans;

internal static class PlanServices
{
    /// <summary>What groups want to get done next.</summary>
    public static void AddPlans(this IServiceCollection services)
    {
        services.AddRules(PlanRules.All);
        services.AddWorkLinks(PlanRules.Doors);
        services.AddToRegister([PlanRegister.Actions, PlanRegister.Plans]);
        services.AddHistoryWords(PlanHistoryWords.All);
        services.AddSingleton(new MergeFollower(nameof(GroupPlan), "support_plan"));
        services.AddScoped<PlanDesk>();
        services.AddScoped<ReadPlan>();
        services.AddScoped<SuggestActions>();
        services.AddScoped<ChooseActions>();
        services.AddScoped<ChangeAction>();
        services.AddScoped<FinishAction>();
        services.AddScoped<EndPlan>();
        services.AddScoped<WatchPlans>();
        services.AddScoped<IServeActions, EntriesServe>();
        services.AddScoped<ISupportParts, PlanPart>();
        services.AddScoped<IRecords, PlanRecords>();
        services.AddScoped<IRecords, ActionRecords>();
        services.AddScoped<RemindOfActions>();
        services.AddJob(RemindOfActions.Job);
    }
}
