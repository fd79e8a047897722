using Trellis.Platform.Audit;
using Trellis.Platform.Privacy;

namespace Trellis.Support.Peers;

/// <summary>What help among groups and from professionals keeps of people, and what the history says of it.</summary>
internal static class PeerRegister
{
    public static readonly PersonalTable[] Personal =
    [
        Text("support_peer_help", "Help that groups offer and ask of one another", "words", "the group, or its support worker", ["id", "place_id", "organisation_id", "side", "topic_id", "written_at", "ended_on", "version"]),
        new()
        {
            Table = "support_introduction", What = "Groups that were brought together", Purpose = "to let groups help one another", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the two groups; support workers and managers of the place", Source = "the worker who brings them together",
            Fields = new Dictionary<string, string> { ["words"] = "a word to both", ["worker_id"] = "who brings them together" },
            Others = ["id", "place_id", "helper_id", "helped_id", "topic_id", "state", "asked_at", "helper_agreed_at", "helped_agreed_at", "introduced_at", "minutes", "version"],
            MayNameOthers = ["words"], Of = "worker_id = @person OR " + Has("words"), OnErasure = Ending.Empty,
            Emptied = new Dictionary<string, string> { ["words"] = Erased("words"), ["worker_id"] = "CASE WHEN worker_id = @person THEN NULL ELSE worker_id END" },
            Kept = new("for six years after they were asked", "asked_at", 2_192),
        },
        new()
        {
            Table = "support_professional", What = "Professionals who volunteer", Purpose = "to offer groups the time of people with a skill", Basis = LawfulBasis.Consent,
            Audience = "support workers and managers of the place", Source = "the person, through a worker",
            Fields = new Dictionary<string, string> { ["name"] = "name", ["email"] = "email address", ["skills"] = "what they can do", ["hours"] = "hours they give", ["agreed_on"] = "when they agreed", ["until_on"] = "until when" },
            Others = ["id", "place_id", "topic_id", "written_at", "version"],
            Of = "email = @email", OnErasure = Ending.Delete, Kept = new("for a year after the last day they offer it", "until_on", 365),
        },
        Text("support_professional_work", "Work that professionals did for groups", "what", "the worker who brought them together", ["id", "place_id", "professional_id", "organisation_id", "topic_id", "state", "offered_on", "ended_on", "minutes", "version"]),
    ];

    public static readonly RecordWords[] Words =
    [
        Told(nameof(PeerHelp), "{0} wrote down help among groups.", "help among groups", ["PlaceId", "OrganisationId", "Side", "TopicId", "Words", "WrittenAt", "EndedOn"]),
        Told(nameof(Introduction), "{0} asked two groups whether to bring them together.", "an introduction of two groups", ["PlaceId", "HelperId", "HelpedId", "TopicId", "Words", "WorkerId", "State", "AskedAt", "HelperAgreedAt", "HelpedAgreedAt", "IntroducedAt", "Minutes"]),
        Told(nameof(Professional), "{0} wrote down a professional who volunteers.", "a professional who volunteers", ["PlaceId", "Name", "Email", "Skills", "TopicId", "Hours", "AgreedOn", "UntilOn", "WrittenAt"]),
        Told(nameof(ProfessionalWork), "{0} offered a professional to a group.", "the work of a professional", ["PlaceId", "ProfessionalId", "OrganisationId", "TopicId", "What", "State", "OfferedOn", "EndedOn", "Minutes"]),
    ];

    private static PersonalTable Text(string table, string what, string text, string source, IReadOnlyList<string> others) => new()
    {
        Table = table,
        What = what,
        Purpose = "to let groups get help from others",
        Basis = LawfulBasis.LegitimateInterests,
        Audience = "the group; support workers and managers of the place",
        Source = source,
        Fields = new Dictionary<string, string> { [text] = "what it is" },
        Others = others,
        MayNameOthers = [text],
        Of = Has(text),
        OnErasure = Ending.Empty,
        Emptied = new Dictionary<string, string> { [text] = Erased(text) },
        Kept = new("as long as the group is here"),
        OnEnd = Ending.Keep,
    };

    private static string Has(string text) => $"replace(lower({text}), lower(@email), '') <> lower({text})";

    private static string Erased(string text) => $"CASE WHEN {Has(text)} THEN '[erased]' ELSE {text} END";

    private static RecordWords Told(string kind, string added, string called, string[] fields) => new(kind)
    {
        Added = added,
        Removed = "{0} removed " + called + ".",
        Fields = fields.ToDictionary(field => field, _ => called),
        IsAboutPeople = true,
        IsConfidential = true,
    };
}
