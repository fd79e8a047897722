using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform;

namespace Trellis.Groups;

public sealed class GroupsModule : Module
{
    public override string Name => "groups";

    public override void BuildModel(ModelBuilder model) => GroupsTables.Build(model);
}
