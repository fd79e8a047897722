namespace Trellis.Platform.Access;

/// <summary>Ends somebody else's role, for a reason.</summary>
[Requires(AccessRules.ManageGroupPeople)]
internal sealed class EndSomebodysRoleModel : EndRolePage
{
    protected override bool IsOwn => false;

    protected override string Next => Scope is { Path: not "/" } group ? group.Path + "/people" : "/people/" + Seen.Person.Id;
}
