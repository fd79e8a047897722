namespace Trellis.Platform.Access;

/// <summary>Invites people to roles of the place, and lists who has not answered yet.</summary>
[Requires(AccessRules.ManagePeople)]
internal sealed class InvitationsModel : InvitePage
{
    public override string Path => "/people/invitations";

    protected override Task<Guid?> FindScope(CancellationToken stop) => Task.FromResult<Guid?>(Place.Id);
}
