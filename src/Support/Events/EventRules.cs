using Trellis.Platform.Access;

namespace Trellis.Support.Events;

/// <summary>Who may do what with training and events. Anybody may see what is coming and book.</summary>
internal static class EventRules
{
    public const string RunEvents = "run-events";

    public static readonly WorkLink[] Doors =
    [
        new(RunEvents, "/work/events", "Training and events", "Plan, see who booked and who waits, mark who came", 15),
    ];

    public static readonly Rule[] All =
    [
        new(RunEvents, "Plan training and events, see who booked, mark who came", Role.SupportWorker, Role.Manager, Role.Administrator),
    ];
}
