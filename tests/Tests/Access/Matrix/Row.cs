using Trellis.Platform.Access;

namespace Trellis.Tests.Access.Matrix;

/// <summary>About whose thing somebody asks.</summary>
internal enum Whose
{
    /// <summary>Of our place, and where it is of a group: of the group whose lead is among the callers.</summary>
    Own,

    /// <summary>Of another group of our place.</summary>
    NextGroup,

    /// <summary>Of the other place, asked for under our place's name.</summary>
    OtherPlace,
}

/// <summary>How one way is tried: where, with what, and what the answer is for whoever the rule lets in.</summary>
internal sealed record Row(string Way)
{
    /// <summary>The address; null where there is no such thing to ask for.</summary>
    public required Func<World, Caller, Whose, string?> At { get; init; }

    public Func<World, Caller, Dictionary<string, string>> Form { get; init; } = (_, _) => [];

    /// <summary>Whether roles held in a group count here.</summary>
    public bool IsOfGroup { get; init; }

    /// <summary>Sets right again what a press may have changed, so that the next caller finds the same.</summary>
    public Func<World, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>What whoever may come in gets: an empty form is a problem (422), a good one leads on (302).</summary>
    public required int[] Good { get; init; }

    /// <summary>Where a thing is its holder's alone, whatever the rule says of roles.</summary>
    public bool OnlyTheirOwn { get; init; }

    /// <summary>Answers nobody, or only the machine's own console or demo.</summary>
    public bool IsNeverThere { get; init; }
}
