using Trellis.Platform;

namespace Trellis.Groups;

public sealed class GroupsModule : Module
{
    public override string Name => "groups";
}
