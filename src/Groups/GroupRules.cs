using Trellis.Platform.Access;

namespace Trellis.Groups;

/// <summary>Who may do what with groups.</summary>
internal static class GroupRules
{
    public const string EditGroup = "edit-group";
    public const string ApproveChanges = "approve-changes";
    public const string ProposeChange = "propose-change";
    public const string ClaimGroup = "claim-group";
    public const string AnswerClaims = "answer-claims";
    public const string DecideClaims = "decide-claims";
    public const string AnswerProblems = "answer-problems";
    public const string AskToConfirm = "ask-to-confirm";
    public const string ConfirmOwn = "confirm-own-group";
    public const string SeeHistory = "see-group-history";
    public const string SeeHistoryNames = "see-group-history-names";
    public const string EnterGroup = "enter-group";
    public const string DecideAlike = "decide-alike";
    public const string PinFacts = "pin-facts";
    public const string KeepNotes = "keep-notes";
    public const string TagGroups = "tag-groups";
    public const string SeeTags = "see-tags";
    public const string KeepTags = "keep-tags";
    public const string KeepLists = "keep-lists";
    public const string MailLists = "mail-lists";
    public const string SeeUnmet = "see-unmet";
    public const string KeepSearchWords = "keep-search-words";
    public const string SeeWhoLooked = "see-who-looked";
    public const string SeeDocuments = "see-documents";
    public const string ReadOwnDocuments = "read-own-documents";
    public const string KeepDocuments = "keep-documents";

    public static readonly WorkLink[] Doors =
    [
        new(EnterGroup, "/work/enter-group", "Enter a group", "Put a group into the directory that no register or list has", 5),
        new(AnswerProblems, "/work/problems", "What people say is wrong", "Put entries right and answer those who told us", 10),
        new(DecideClaims, "/work/claims", "Who claims a group", "Say whether it is theirs, and print letters with codes", 20),
        new(ApproveChanges, "/work/changes", "Proposed changes", "Take what is right of what others propose, field by field", 30),
        new(KeepLists, "/work/lists", "Lists of groups", "Keep a search or picked groups under a name, download them, write to those who agreed", 50),
        new(SeeUnmet, "/work/unmet", "Looked for and not found", "See what people search for and nobody here answers", 55),
        new(KeepSearchWords, "/work/words", "Words of the search", "Teach the search what people here say for the same thing", 57),
        new(KeepTags, "/work/tags", "Tags of the place", "Add, rename, merge and retire the words that workers put on groups", 60),
        new(DecideAlike, "/work/alike", "One group or two?", "Say whether entries that look alike are the same group", 35),
        new(PinFacts, "/work/pins", "Pinned facts", "See what was fixed against other sources, and where a source has changed since", 40),
    ];

    public static readonly Rule[] All =
    [
        new(EditGroup, "Edit a group's entry, and see what of it is not public", Role.SupportWorker, Role.Manager, Role.Administrator, Role.Lead),
        new(ApproveChanges, "Decide on changes that others propose for a group", Role.SupportWorker, Role.Manager, Role.Lead),
        new(ProposeChange, "Propose a change of a group's entry") { IsOwn = true },
        new(ClaimGroup, "Say that a group is one's own, and prove it") { IsOwn = true },
        new(AnswerClaims, "Say whether somebody who claims a group belongs to it", Role.Lead),
        new(DecideClaims, "Decide on claims of groups, and print letters with codes", Role.SupportWorker, Role.Manager),
        new(AnswerProblems, "Read and answer what people say is wrong with an entry", Role.SupportWorker, Role.Manager),
        new(AskToConfirm, "Ask a group whether its entry is still right", Role.SupportWorker, Role.Manager, Role.Administrator),
        new(ConfirmOwn, "Say that one's own group's entry is still right", Role.Lead),
        new(SeeHistory, "Read who changed what of a group's entry, when and why, by their role", Role.SupportWorker, Role.Manager, Role.Administrator, Role.Viewer, Role.Lead, Role.Member),
        new(SeeHistoryNames, "See in a group's history who it was by name", Role.Manager, Role.Administrator, Role.Lead),
        new(EnterGroup, "Enter a group that no register or list has", Role.SupportWorker, Role.Manager, Role.Administrator),
        new(DecideAlike, "Say whether entries that look alike are the same group, and take that back", Role.SupportWorker, Role.Manager, Role.Administrator),
        new(PinFacts, "Fix which source's word is shown of a group, and say why", Role.SupportWorker, Role.Manager, Role.Administrator),
        new(KeepNotes, "Read and write the staff's notes on a group", Role.SupportWorker, Role.Manager),
        new(TagGroups, "Put the place's tags on groups", Role.SupportWorker, Role.Manager, Role.Administrator),
        new(SeeTags, "See tags that are not public, and search and download by them", Role.Viewer, Role.SupportWorker, Role.Manager, Role.Administrator),
        new(KeepTags, "Add, rename, merge and retire the place's tags", Role.Administrator),
        new(KeepLists, "Keep searches and picked groups as lists, and download them", Role.SupportWorker, Role.Manager),
        new(MailLists, "Write to the contacts of a list's groups who asked for news", Role.SupportWorker, Role.Manager),
        new(SeeUnmet, "See what people looked for and did not find", Role.SupportWorker, Role.Manager, Role.Administrator),
        new(KeepSearchWords, "Teach the search words that mean the same, and words to pass over", Role.SupportWorker, Role.Manager, Role.Administrator),
        new(SeeWhoLooked, "See who read what is not public of a group", Role.Lead, Role.Manager, Role.Administrator),
        new(SeeDocuments, "Read the documents that a group shows to the staff of the place", Role.SupportWorker, Role.Manager, Role.Administrator, Role.Viewer, Role.Lead, Role.Member),
        new(ReadOwnDocuments, "Read the documents that a group keeps for its own people", Role.Lead, Role.Member),
        new(KeepDocuments, "Add, replace and remove a group's documents, and say who may read them", Role.Lead),
    ];
}
