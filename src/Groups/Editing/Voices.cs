using Trellis.Groups.Record;
using Trellis.Platform.Access;

namespace Trellis.Groups.Editing;

internal static class Voices
{
    /// <summary>A lead speaks for their group; anybody else who may edit is a worker.</summary>
    public static Authority VoiceIn(this Actor actor, Guid organisation) => actor.Is(Role.Lead, organisation) ? Authority.Group : Authority.Worker;

    /// <summary>As what somebody of the staff acts in the place.</summary>
    public static Role RoleOfWorker(this Actor actor, Guid placeId) =>
        new[] { Role.SupportWorker, Role.Manager }.FirstOrDefault(role => actor.Is(role, placeId), Role.Administrator);
}
