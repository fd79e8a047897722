using Trellis.Platform.Privacy;

namespace Trellis.Groups;

/// <summary>What the tables of groups keep of people.</summary>
internal static class GroupsRegister
{
    private const string Published = "registers and lists under open licences, and the groups themselves";

    // A single word would be found in many others, so only a whole name counts; the separator is a sign that no note can hold.
    private const string FullName = "COALESCE((SELECT name FROM platform_person WHERE id = @person AND name LIKE '%_ _%'), '\u001f')";

    /// <summary>A source's words are kept as JSON, in which some signs of an address are written otherwise. No LIKE: an underscore in an address would stand for any letter.</summary>
    private const string SaysTheirAddress =
        """replace(lower(said), '"' || replace(replace(replace(@email, '+', '\u002b'), '''', '\u0027'), '&', '\u0026') || '"', '') <> lower(said)""";

    private const string AsLongAs = "as long as a source or the group says so";

    public static readonly PersonalTable[] Personal =
    [
        Contact("groups_organisation", "How to reach a group", ["website", "email", "telephone", "address", "postcode", "contact"],
            ["id", "place_id", "slug", "name", "kind", "legal_form", "helps", "languages", "accessibility", "status", "is_listed", "purpose", "cause", "reach", "ward_code", "lsoa_code", "locality", "latitude_micro", "longitude_micro",
                "registered_on", "removed_on", "income_pence", "income_year", "size_band", "confirmed_at", "merged_into_id", "changed", "version"]),
        Contact("groups_service", "How to reach a service", ["website", "email", "telephone", "address", "postcode"],
            ["id", "place_id", "organisation_id", "source_record_id", "slug", "name", "kind", "description", "opening_times", "how_to_get_it", "ward_code", "lsoa_code", "locality",
                "latitude_micro", "longitude_micro", "is_listed", "changed", "version"]),
        new()
        {
            Table = "groups_source_record", What = "What sources say of groups", Purpose = "to show who says what, and since when", Basis = LawfulBasis.PublicTask,
            Audience = "everybody, but home addresses and what is marked as not public", Source = Published,
            Fields = new Dictionary<string, string> { ["said"] = "what the source says", ["raw"] = "the row as it came" },
            Others = ["id", "source_id", "key", "organisation_id", "sheet", "row", "content", "first_import_id", "last_import_id", "gone_on", "is_withdrawn", "matched_by", "reason", "version"],
            Of = SaysTheirAddress, OnErasure = Ending.Keep, Kept = new(AsLongAs), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "groups_likeness", What = "Decisions whether two groups are the same", Purpose = "to ask nobody twice", Basis = LawfulBasis.LegitimateInterests,
            Audience = "staff of the place", Source = "whoever decided",
            Fields = new Dictionary<string, string> { ["decided_by"] = "who decided" }, Others = ["id", "source_record_id", "organisation_id", "score", "reasons", "decision", "decided_at"],
            Of = "decided_by = @email", OnErasure = Ending.Empty, Kept = new("as long as both groups are here"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "groups_merge", What = "Merges of groups", Purpose = "to be able to undo them", Basis = LawfulBasis.LegitimateInterests,
            Audience = "staff of the place", Source = "whoever merged",
            Fields = new Dictionary<string, string> { ["by_whom"] = "who merged", ["undone_by"] = "who undid it" }, Others = ["id", "place_id", "kept_id", "merged_id", "at", "reason", "undone_at"],
            Of = "by_whom = @email OR undone_by = @email", OnErasure = Ending.Empty, Emptied = new Dictionary<string, string> { ["by_whom"] = "''" }, Kept = new("as long as the groups are here"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "groups_problem", What = "What people say is wrong with an entry", Purpose = "to put the entry right and to answer", Basis = LawfulBasis.LegitimateInterests,
            Audience = "support workers and managers of the place", Source = "whoever tells us",
            Fields = new Dictionary<string, string> { ["what"] = "what they say", ["email"] = "where the answer goes", ["done"] = "what was done" },
            Others = ["id", "place_id", "organisation_id", "reported_at", "answered_at", "answered_by", "version"],
            Of = "email = @email", OnErasure = Ending.Delete, Kept = new("for a year after the answer", "answered_at", 365), OnEnd = Ending.Delete,
        },
        new()
        {
            Table = "groups_proposal", What = "Changes of entries proposed from outside", Purpose = "to decide on them and to answer", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the group's lead, support workers and managers of the place", Source = "whoever proposes",
            Fields = new Dictionary<string, string> { ["email"] = "who proposes", ["reason"] = "why not all was taken" },
            Others = ["id", "place_id", "organisation_id", "proposed_at", "decided_at", "decided_by", "version"],
            Of = "email = @email", OnErasure = Ending.Empty, Emptied = new Dictionary<string, string> { ["email"] = "''" }, Kept = new("as long as the group is here"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "groups_claim", What = "Who says that a group is theirs", Purpose = "to know who speaks for a group", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the group's lead, support workers and managers of the place", Source = "whoever claims",
            Fields = new Dictionary<string, string> { ["part"] = "what they are in the group", ["reason"] = "why it was not accepted" },
            Others = ["id", "place_id", "organisation_id", "person_id", "proof", "state", "code_hash", "code_ends_at", "tries", "claimed_at", "decided_at", "decided_by", "version"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Kept = new("as long as the group is here"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "groups_confidential_note", What = "Confidential notes about groups", Purpose = "to keep people safe and to help with what few may know", Basis = LawfulBasis.PublicTask,
            Audience = "people of the place named as confidants, each reading noted", Source = "the confidant who wrote it",
            Fields = new Dictionary<string, string> { ["sealed_text"] = "what it says, encrypted" }, Others = ["id", "place_id", "organisation_id", "author_id", "subject_id", "written_at"],
            Of = "subject_id = @person", OnErasure = Ending.Delete, Forgets = ["author_id"], IsConfidential = true, Kept = new("for six years after it was written", "written_at", 2_192),
        },
        new()
        {
            Table = "groups_note", What = "The staff's notes on groups", Purpose = "to know what was agreed with a group and what it needs", Basis = LawfulBasis.LegitimateInterests,
            Audience = "support workers and managers of the place", Source = "whoever of the staff writes them",
            Fields = new Dictionary<string, string> { ["text"] = "what it says", ["author_id"] = "who wrote it" }, Others = ["id", "place_id", "organisation_id", "adds_to", "written_at", "corrected_at", "version"],
            MayNameOthers = ["text"],
            Of = $"author_id = @person OR replace(lower(text), @email, '') <> lower(text) OR replace(text, {FullName}, '') <> text",
            OnErasure = Ending.Empty,
            Emptied = new Dictionary<string, string>
            {
                ["text"] = $"replace(replace(text, @email, '[erased]'), {FullName}, '[erased]')",
                ["author_id"] = "CASE WHEN author_id = @person THEN NULL ELSE author_id END",
            },
            Kept = new("for six years after it was written", "written_at", 2_192),
        },
        new()
        {
            Table = "groups_mailing", What = "Letters of news to lists of groups", Purpose = "to see what was sent and what became of it", Basis = LawfulBasis.LegitimateInterests,
            Audience = "support workers and managers of the place", Source = "whoever of the staff sends them",
            Fields = new Dictionary<string, string> { ["by_id"] = "who sent it" },
            Others = ["id", "place_id", "list_id", "list_name", "subject", "body", "queued_at", "groups", "no_contact", "not_asked", "unreachable", "version"],
            Of = "by_id = @person", OnErasure = Ending.Empty, Kept = new("for three years after it was sent", "queued_at", 1_096),
        },
    ];

    public static readonly PeoplelessTable[] Peopleless =
    [
        new("groups_name", "Names of organisations"),
        new("groups_identifier", "Numbers of organisations in registers"),
        new("groups_tag", "Causes of organisations"),
        new("groups_list", "Names and searches of lists of groups"),
        new("groups_list_member", "Which groups were picked for a list"),
        new("groups_mailed_letter", "Which letters belong to a mailing, by their ids"),
        new("groups_place_tag", "The place's own words for groups"),
        new("groups_tagging", "Which groups have which of these words"),
        new("groups_premises", "Buildings and land of organisations, as published"),
        new("groups_former_slug", "Earlier addresses of groups' pages"),
        new("groups_freshness", "How often groups want to be asked, and whether they answered"),
        new("groups_proposed_field", "What stood in a group's entry and what somebody would put there"),
        new("groups_document", "What the documents of groups are, until when they are valid and who may read them; who added them stands with the files"),
        new("groups_merge_item", "What moved in a merge"),
        new("groups_search_miss", "Words that found nothing, without who searched"),
        new("groups_search_words", "Synonyms and stop words"),
    ];

    private static PersonalTable Contact(string table, string what, IReadOnlyList<string> fields, IReadOnlyList<string> others) => new()
    {
        Table = table,
        What = what,
        Purpose = "to let people find and reach it",
        Basis = LawfulBasis.PublicTask,
        Audience = "everybody",
        Source = Published,
        Fields = fields.ToDictionary(field => field),
        Others = others,
        Of = "lower(email) = @email",
        OnErasure = Ending.Keep,
        Kept = new(AsLongAs),
        OnEnd = Ending.Keep,
    };
}
