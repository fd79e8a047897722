using Trellis.Platform.Access;

namespace Trellis.Support.Coming;

/// <summary>Who may bring the history of a place in from another system.</summary>
internal static class ComingRules
{
    public const string BringIn = "bring-in-history";

    public static readonly WorkLink Door = new(BringIn, "/work/bring-in", "Bring in your history", "Bring the support history out of another system, look at it first, and take it back where it was a mistake", 80);

    public static readonly Rule Rule = new(BringIn, "Bring support history in from another system, and take it back", Role.Manager, Role.Administrator);
}
