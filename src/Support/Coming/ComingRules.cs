using Trellis.Platform.Access;

namespace Trellis.Support.Coming;

/// <summary>Who may bring in what a place had in another system.</summary>
internal static class ComingRules
{
    public const string BringIn = "bring-in-history";

    public static readonly WorkLink Door = new(BringIn, "/work/bring-in", "Bring in what you had", "Bring support history and contacts out of another system, look at them first, and take them back where it was a mistake", 80);

    public static readonly Rule Rule = new(BringIn, "Bring support history and contacts in from another system, and take them back", Role.Manager, Role.Administrator);
}
