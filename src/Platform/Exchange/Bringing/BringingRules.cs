using Trellis.Platform.Access;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Who may bring files into the place.</summary>
internal static class BringingRules
{
    public const string BringFiles = "bring-files";

    public static readonly Rule Rule = new(BringFiles, "Bring lists of groups, services, buildings and money into the place, and see what became of each row", Role.Manager, Role.Administrator);

    public static readonly WorkLink Door = new(BringFiles, "/work/imports", "Bring in a list", "A spreadsheet of groups, services or buildings, or a file of grants or payments: look at it first, then see what became of every row", 78);
}
