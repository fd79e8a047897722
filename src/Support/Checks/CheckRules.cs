using Trellis.Groups.Contract;
using Trellis.Platform.Access;

namespace Trellis.Support.Checks;

/// <summary>Who may do what with health checks. The staff also need the group's consent, check by check.</summary>
internal static class CheckRules
{
    public const string See = "see-health-checks";
    public const string Run = "run-health-checks";
    public const string Share = "share-health-checks";
    public const string DoseAndChange = "see-dose-and-change";

    public static readonly WorkLink[] Doors =
    [
        new(DoseAndChange, "/work/dose-and-change", "Help and change", "Hours of help beside the change that groups agreed on, without their names", 90),
    ];

    public static readonly GroupDoor[] GroupDoors =
    [
        new(See, "checks", "Health checks", 20),
    ];

    public static readonly Rule[] All =
    [
        new(See, "Read a group's health checks: its own people always, staff where it said yes", Role.Lead, Role.Member, Role.SupportWorker, Role.Manager),
        new(Run, "Begin a health check with a group, ask its people, and write down what it agrees", Role.Lead, Role.SupportWorker, Role.Manager),
        new(Share, "Say who may read a group's health check, and take it back", Role.Lead),
        new(DoseAndChange, "See hours of help beside change in groups, in counts of five and more", Role.Manager),
    ];
}
