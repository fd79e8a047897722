using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Indicators;
using Trellis.Reports.Returns;
using Trellis.Reports.Samples;
using Trellis.Reports.Stories;

namespace Trellis.Reports;

/// <summary>Record once, report to many: indicators with definitions, each funder's framework of them, and returns that open to the records behind each figure.</summary>
public sealed class ReportsModule : Module
{
    public override string Name => "reports";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<RecordKinds>();
        services.AddScoped<KeepFramework>();
        SampleReports.Add(services);
        services.AddScoped<ReadRecords>();
        services.AddScoped<ComputeReturn>();
        services.AddScoped<ReadReturn>();
        services.AddScoped<CheckReturn>();
        services.AddScoped<MakeReturn>();
        services.AddScoped<KeepStory>();
        services.AddScoped<IRecords, StoryRecords>();
        services.AddRules(ReportsRules.All);
        services.AddWorkLinks(ReportsRules.Doors);
        services.AddToRegister(ReportsRegister.Personal, ReportsRegister.Peopleless);
        services.AddHistoryWords(ReportsHistoryWords.All);
        services.AddSingleton(new MergeFollower(nameof(Story), "reports_story"));
        foreach (var table in ReportsTaken.All)
        {
            services.AddSingleton(table);
        }
    }

    public override void BuildModel(ModelBuilder model) => ReportsTables.Build(model);
}
