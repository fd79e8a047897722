namespace Trellis.Platform.Access;

/// <summary>Marks a page, one of its handlers, or an endpoint as risky: whoever last proved who they are longer ago than <see cref="Life"/> is asked again first.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StepUpAttribute : Attribute
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    internal static bool IsNeeded(Actor actor, DateTimeOffset now) => now - actor.SteppedUpAt >= Life;
}
