namespace Trellis.Platform.Privacy;

/// <summary>What Platform's own tables keep of people.</summary>
internal static class PlatformRegister
{
    private const string ThePerson = "the person, when they sign in";
    private const string Nobody = "nobody; the machine alone";

    /// <summary>A document is the group's: it stays with those who are left there.</summary>
    private const string NobodyElseIsThere =
        "NOT EXISTS (SELECT 1 FROM platform_appointment other WHERE other.scope_id = platform_file.scope_id AND other.ended_at IS NULL AND other.person_id <> @person)";

    public static readonly PersonalTable[] Personal =
    [
        new()
        {
            Table = "platform_person", What = "Accounts", Purpose = "to know who may do what", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the person; administrators of the place; the name also beside what they do", Source = ThePerson,
            Fields = new Dictionary<string, string> { ["name"] = "name", ["email"] = "email address" }, Others = ["id", "created_at", "disabled_at", "is_sample", "version"],
            Of = "id = @person", OnErasure = Ending.Delete, Kept = new("until the person asks to be erased, or holds no role any more and has not come for three years"),
        },
        new()
        {
            Table = "platform_session", What = "Browsers signed in", Purpose = "to keep people signed in and let them see where", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the person", Source = ThePerson,
            Fields = new Dictionary<string, string> { ["device"] = "kind of browser", ["way"] = "way of signing in", ["seen_at"] = "last seen", ["passkey_at"] = "when a passkey was shown" },
            Others = ["id", "person_id", "token_hash", "created_at", "ends_at", "stepped_up_at", "ended_at"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Kept = new("for a month after they end", "ends_at", 30),
        },
        new()
        {
            Table = "platform_sign_in_code", What = "Codes for signing in", Purpose = "to prove who reads a mailbox", Basis = LawfulBasis.LegitimateInterests,
            Audience = Nobody, Source = ThePerson,
            Fields = new Dictionary<string, string> { ["email"] = "email address" }, Others = ["id", "code_hash", "browser_hash", "expires_at", "tries", "used_at"],
            Of = "email = @email", OnErasure = Ending.Delete, Kept = new("for a day", "expires_at", 1),
        },
        new()
        {
            Table = "platform_appointment", What = "Roles", Purpose = "to know who may do what", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the person; administrators of the place; the group whose lead they are", Source = "whoever gave the role",
            Fields = new Dictionary<string, string> { ["role"] = "role", ["since"] = "since", ["ended_at"] = "until" },
            Others = ["id", "person_id", "scope_id", "place_id", "given_by", "version"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Kept = new("for six years after they end", "ended_at", 2_192),
        },
        new()
        {
            Table = "platform_invitation", What = "Invitations", Purpose = "to offer somebody a role", Basis = LawfulBasis.LegitimateInterests,
            Audience = "administrators of the place; leads of the group", Source = "whoever invited",
            Fields = new Dictionary<string, string> { ["email"] = "email address", ["role"] = "role offered", ["invited_at"] = "when" },
            Others = ["id", "place_id", "scope_id", "invited_by", "expires_at", "accepted_at", "withdrawn_at", "version"],
            Of = "email = @email", OnErasure = Ending.Delete, Kept = new("for 90 days after they expire", "expires_at", 90),
        },
        new()
        {
            Table = "platform_one_time_link", What = "Links that work once", Purpose = "to let people accept, confirm or prove something from a mail", Basis = LawfulBasis.LegitimateInterests,
            Audience = Nobody, Source = "whoever had it sent",
            Fields = new Dictionary<string, string> { ["email"] = "email address", ["about"] = "what it is about" },
            Others = ["id", "token_hash", "purpose", "place_id", "subject_id", "made_at", "made_by", "expires_at", "used_at", "version"],
            Of = "email = @email", OnErasure = Ending.Delete, Kept = new("for 30 days after they expire", "expires_at", 30),
        },
        new()
        {
            Table = "platform_letter", What = "Letters", Purpose = "to send and account for mail", Basis = LawfulBasis.LegitimateInterests,
            Audience = "operators of the installation", Source = "the part of Trellis that wrote it",
            Fields = new Dictionary<string, string> { ["email"] = "email address", ["subject"] = "subject, encrypted until sent", ["body"] = "text, encrypted until sent" },
            Others = ["id", "place_id", "person_id", "kind", "state", "queued_at", "due_at", "may_wait", "attempts", "handed", "sent_at", "trouble", "version"],
            Of = "email = @email OR person_id = @person", OnErasure = Ending.Delete, Kept = new("for a year", "queued_at", 365),
        },
        new()
        {
            Table = "platform_unreachable", What = "Addresses that do not work", Purpose = "to send no letters that come back", Basis = LawfulBasis.LegitimateInterests,
            Audience = "administrators of the place; operators of the installation", Source = "the mail server that returned a letter",
            Fields = new Dictionary<string, string> { ["email"] = "email address", ["reason"] = "what the mail server said" }, Others = ["since"],
            Of = "email = @email", OnErasure = Ending.Delete, Kept = new("for two years, or until the address works again", "since", 731),
        },
        new()
        {
            Table = "platform_consent", What = "Who wants news", Purpose = "to send news to nobody who has not asked", Basis = LawfulBasis.Consent,
            Audience = "the person", Source = "the person, at /me/letters",
            Fields = new Dictionary<string, string> { ["purpose"] = "for what", ["words"] = "the words they saw", ["given_at"] = "when they said yes", ["withdrawn_at"] = "when they said no" },
            Others = ["id", "person_id", "version"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Kept = new("for six years after it is withdrawn", "withdrawn_at", 2_192),
        },
        new()
        {
            Table = "platform_letter_choice", What = "How often people want letters", Purpose = "to send letters as often as people want", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the person", Source = "the person, at /me/letters",
            Fields = new Dictionary<string, string> { ["digest"] = "how often" }, Others = ["person_id"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Kept = new("as long as the account"),
        },
        new()
        {
            Table = "platform_suppressed", What = "Mailboxes that want no news", Purpose = "to send news to nobody who has stopped it", Basis = LawfulBasis.LegitimateInterests,
            Audience = Nobody, Source = "whoever pressed the link in a letter",
            Fields = new Dictionary<string, string> { ["address_hash"] = "a keyed hash of the email address" }, Others = ["since"],
            Of = "address_hash = 'a hash leads to nobody'", OnErasure = Ending.Keep, Kept = new("for good: only so does a no outlive the account"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "platform_audit", What = "History of changes", Purpose = "to be able to say who did what", Basis = LawfulBasis.LegitimateInterests,
            Audience = "administrators of the place; whoever did it; of a group's entry also its people and the staff, by role", Source = "written by the act itself",
            Fields = new Dictionary<string, string> { ["act"] = "page or command", ["record_kind"] = "kind of record", ["fields"] = "names of the fields changed", ["at"] = "when" },
            Others = ["sequence", "place_id", "actor_id", "session_id", "record_id", "reason_hash", "previous", "hash"],
            Of = "actor_id = @person OR record_id = @person", OnErasure = Ending.Keep, Kept = new("for good: an id alone leads to nobody once the account is gone"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "platform_audit_reason", What = "Reasons given for changes", Purpose = "to be able to say why something was done", Basis = LawfulBasis.LegitimateInterests,
            Audience = "administrators of the place; of changes of a group's entry also its people and the staff", Source = "whoever made the change",
            Fields = new Dictionary<string, string> { ["reason"] = "reason" }, Others = ["sequence", "salt"],
            Of = "sequence IN (SELECT sequence FROM platform_audit WHERE record_id = @person OR actor_id = @person)",
            OnErasure = Ending.Delete, Kept = new("until the person it is about, or who wrote it, is erased"),
        },
        new()
        {
            Table = "platform_file", What = "Documents that people added", Purpose = "to keep a group's documents once, for those it shows them to", Basis = LawfulBasis.LegitimateInterests,
            Audience = "whom the group chose for each: its own people, the staff of the place, or everybody", Source = "whoever added them",
            Fields = new Dictionary<string, string> { ["name"] = "name of the file", ["stored_at"] = "when it was added", ["stored_by"] = "who added it" },
            Others = ["id", "place_id", "scope_id", "kind", "bytes", "sha256"],
            Of = "stored_by = @person", OnErasure = Ending.Delete, GoesOnErasure = NobodyElseIsThere, Forgets = ["stored_by"],
            Kept = new("as long as the group keeps it; with the last person of a group goes what they added"),
        },
        new()
        {
            Table = "platform_file_content", What = "What stands in those documents", Purpose = "to keep a group's documents once, for those it shows them to", Basis = LawfulBasis.LegitimateInterests,
            Audience = "whom the group chose for each: its own people, the staff of the place, or everybody", Source = "whoever added them",
            Fields = new Dictionary<string, string> { ["content"] = "the file itself; pictures without what the camera wrote beside them" },
            Others = ["file_id"],
            Of = "file_id IN (SELECT id FROM platform_file WHERE stored_by = @person)", OnErasure = Ending.Keep, Kept = new("as long as the document it belongs to, with which it goes"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "platform_legal_hold", What = "What is kept for a complaint or a claim", Purpose = "to erase nothing that is needed as evidence", Basis = LawfulBasis.LegalObligation,
            Audience = "administrators of the place", Source = "an administrator of the place",
            Fields = new Dictionary<string, string> { ["reason"] = "for what it is needed", ["since"] = "since when", ["ended_at"] = "until when" },
            Others = ["id", "place_id", "person_id", "by_id", "ended_by", "version"], MayNameOthers = ["reason"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Forgets = ["by_id", "ended_by"], Kept = new("for six years after it is over", "ended_at", 2_192),
        },
        new()
        {
            Table = "platform_rate", What = "Counters of tries", Purpose = "to stop whoever guesses codes", Basis = LawfulBasis.LegitimateInterests,
            Audience = Nobody, Source = "written by the try itself",
            Fields = new Dictionary<string, string> { ["key_hash"] = "a hash of who tried what" }, Others = ["since", "number"],
            Of = "key_hash = 'a hash leads to nobody'", OnErasure = Ending.Keep, Kept = new("for a day", "since", 1),
        },
        new()
        {
            Table = "platform_import", What = "Imports", Purpose = "to say where data comes from", Basis = LawfulBasis.LegitimateInterests,
            Audience = "staff of the place", Source = "whoever ran the import",
            Fields = new Dictionary<string, string> { ["by_whom"] = "who ran it" },
            Others = ["id", "place_id", "source_id", "format", "file_name", "started_at", "finished_at", "rows_in", "new", "updated", "unchanged", "waiting", "refused", "matched", "gone", "sha256"],
            Of = "by_whom = @email", OnErasure = Ending.Empty, Emptied = new Dictionary<string, string> { ["by_whom"] = "''" }, Kept = new("as long as the data that came in"), OnEnd = Ending.Keep,
        },
    ];

    public static readonly PeoplelessTable[] Peopleless =
    [
        new("platform_schema", "Names of changes to the tables"),
        new("platform_stamp", "Counters"),
        new("platform_sealed_key", "Keys for hashes, encrypted"),
        new("platform_lease", "Which process does what"),
        new("platform_job", "When jobs ran, and how it went"),
        new("platform_sent_form", "Hashes of forms that did something, for a day, so that none does it twice"),
        new("platform_outbox", "Facts between parts: ids of records, never what stands in them"),
        new("platform_compartment", "By which law and policy a place keeps confidential notes"),
        new("platform_confidential_key", "Names of the keys of confidential notes, never the keys"),
        new("platform_place", "The borough or county itself"),
        new("platform_area", "Wards and other areas, as published"),
        new("platform_area_figure", "Counts of whole areas, as published"),
        new("platform_postcode", "Postcodes and where they lie, as published"),
        new("platform_source", "Who published which file"),
        new("platform_finding", "Cells of imported files that would not do; gone with the import's report"),
    ];
}
