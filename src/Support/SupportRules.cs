using Trellis.Groups.Contract;
using Trellis.Platform.Access;

namespace Trellis.Support;

/// <summary>Who may do what with the help that groups have.</summary>
internal static class SupportRules
{
    public const string SeeSupport = "see-support";
    public const string LogHelp = "log-help";
    public const string SeeCaseload = "see-caseload";
    public const string AnswerEnquiries = "answer-enquiries";
    public const string AskForHelp = "ask-for-help";

    public static readonly WorkLink[] Doors =
    [
        new(LogHelp, "/work/log", "Log help", "Write down what you did for a group, in twenty seconds", 1),
        new(LogHelp, "/work/my-groups", "My groups", "See what you agreed to do next, and which of your groups have gone quiet", 2),
        new(AnswerEnquiries, "/work/enquiries", "Enquiries", "Answer who asks for help: mine, nobody’s yet, overdue", 3),
        new(SeeCaseload, "/work/caseload", "Caseload", "See the load of each worker, where the hours go, and whom help hardly reaches", 8),
    ];

    public static readonly GroupDoor[] GroupDoors =
    [
        new(SeeSupport, "support", "Support", 10),
        new(AskForHelp, "help", "Help for the group", 20),
    ];

    public static readonly Rule[] All =
    [
        new(SeeSupport, "See what help a group had and what comes next", Role.Viewer, Role.SupportWorker, Role.Manager),
        new(LogHelp, "Log help for a group, correct and remove entries", Role.SupportWorker, Role.Manager),
        new(SeeCaseload, "See the help of all workers from above, and whom it hardly reaches", Role.Manager),
        new(AnswerEnquiries, "Take in, answer and hand over enquiries", Role.SupportWorker, Role.Manager),
        new(AskForHelp, "Ask for help for one’s group, and see the help that was shared with it", Role.Lead, Role.Member),
    ];
}
