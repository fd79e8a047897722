namespace Trellis.Platform.Access;

/// <summary>Gives back a role of one's own.</summary>
[Requires(AccessRules.OwnAccount)]
internal sealed class LeaveRoleModel : EndRolePage
{
    protected override bool IsOwn => true;

    protected override string Next => "/me";
}
