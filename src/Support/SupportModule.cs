using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform;
using Trellis.Support.Log;
using Trellis.Support.Topics;

namespace Trellis.Support;

/// <summary>Help for groups: what was asked, what was done, what the group wants next, and what came of it.</summary>
public sealed class SupportModule : Module
{
    public override string Name => "support";

    public override void AddServices(IServiceCollection services)
    {
        services.AddTopics();
        services.AddLog();
    }

    public override void BuildModel(ModelBuilder model)
    {
        TopicTables.Build(model);
        LogTables.Build(model);
    }
}
