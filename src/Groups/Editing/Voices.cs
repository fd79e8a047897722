using Trellis.Groups.Record;
using Trellis.Platform.Access;

namespace Trellis.Groups.Editing;

internal static class Voices
{
    /// <summary>A lead speaks for their group; anybody else who may edit is a worker.</summary>
    public static Authority VoiceIn(this Actor actor, Guid organisation) => actor.Is(Role.Lead, organisation) ? Authority.Group : Authority.Worker;
}
