using Trellis.Platform.Exchange;

namespace Trellis.Groups.Intake;

/// <summary>Whether the addresses, emails and telephone numbers of a list may be people's own: until somebody says that they are not, nobody is shown them.</summary>
internal static class PrivateContacts
{
    private const string Option = "addresses";
    private const string Private = "private";

    public static ImportOption Asked(string theirOwn) =>
        new(Option, "Whose are the addresses, emails and telephone numbers?", theirOwn, [new(Private, "They may be people's own: do not show them")], Private, "public");

    public static bool Are(ImportRun run) => run.Option(Option) == Private;
}
