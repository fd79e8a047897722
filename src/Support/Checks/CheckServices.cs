using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;
using Trellis.Support.Checks.Above;
using Trellis.Support.Checks.Answering;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Trellis.Support.Checks.Results;
using Trellis.Support.Checks.Samples;
using Trellis.Support.Checks.Sharing;
using Trellis.Support.Checks.Starting;
using Trellis.Support.Checks.Talk;
using Trellis.Support.Plans;
using Trellis.Support.Relationship;

namespace Trellis.Support.Checks;

internal static class CheckServices
{
    /// <summary>Where a group stands, by its own judgement, and what changed.</summary>
    public static void AddChecks(this IServiceCollection services)
    {
        services.AddSingleton(parts => new InstrumentFiles(parts.GetRequiredService<IConfiguration>()));
        services.AddScoped<KeepInstrument>();
        services.AddScoped<FindCheck>();
        services.AddScoped<StartCheck>();
        services.AddScoped<AskRespondent>();
        services.AddScoped<RunCheck>();
        services.AddScoped<FindRespondent>();
        services.AddScoped<SaveAnswer>();
        services.AddScoped<ReadSpread>();
        services.AddScoped<AgreeLevel>();
        services.AddScoped<ReadResult>();
        services.AddScoped<WeakItems>();
        services.AddScoped<ShareCheck>();
        services.AddScoped<LevelChanges>();
        services.AddScoped<IRecords, CheckRecords>();
        services.AddScoped<IRecords, LevelChangeRecords>();
        services.AddScoped<ISupportParts, CheckPart>();
        services.AddScoped<ISuggestActions, CheckSuggestions>();
        services.AddScoped<SampleChecks>();
        services.AddSingleton(new SampleWork(40, (parts, place, stop) => parts.GetRequiredService<SampleChecks>().Handle(place, stop)));
        services.AddSingleton(new MergeFollower(nameof(Assessment), "support_assessment"));
        services.AddGroupDoors(CheckRules.GroupDoors);
        services.AddRules(CheckRules.All);
        services.AddWorkLinks(CheckRules.Doors);
        services.AddToRegister(CheckRegister.Personal, CheckRegister.Peopleless);
        services.AddHistoryWords(CheckHistoryWords.All);
    }
}
