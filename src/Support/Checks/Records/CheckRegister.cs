using Trellis.Platform.Privacy;

namespace Trellis.Support.Checks.Records;

/// <summary>What health checks keep of people.</summary>
internal static class CheckRegister
{
    private const string Readers = "people of the group, and those for whom it opened the check";
    private const int SixYears = 2_192;

    public static readonly PersonalTable[] Personal =
    [
        new()
        {
            Table = "support_respondent", What = "Who was asked in a group's health check", Purpose = "to let several people of a group answer without an account", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the group's lead and whoever runs the check with it", Source = "the group",
            Fields = new Dictionary<string, string> { ["name"] = "who was asked", ["part"] = "what they are in the group", ["email"] = "where the link went" },
            Others = ["id", "assessment_id", "token_hash", "asked_at", "asked_by", "finished_at", "version"],
            Of = "email = @email", OnErasure = Ending.Delete, Forgets = ["asked_by"], Kept = new("for six years after the asking", "asked_at", SixYears),
        },
        new()
        {
            Table = "support_answer", What = "What people said in a group's health check", Purpose = "to see where views in a group differ", Basis = LawfulBasis.LegitimateInterests,
            Audience = Readers + ", without names", Source = "whoever answers",
            Fields = new Dictionary<string, string> { ["said"] = "what they said", ["then_said"] = "what they said of an earlier time", ["why"] = "why" }, Others = ["id", "respondent_id", "item", "answered_at"],
            MayNameOthers = ["why"], Of = "respondent_id IN (SELECT id FROM support_respondent WHERE email = @email)", OnErasure = Ending.Delete, Kept = new("for six years after the answer", "answered_at", SixYears),
        },
        new()
        {
            Table = "support_agreed", What = "What a group agreed in its health check", Purpose = "to see what a group wants to work on, and what changed", Basis = LawfulBasis.LegitimateInterests,
            Audience = Readers, Source = "the group",
            Fields = new Dictionary<string, string> { ["reason"] = "why", ["evidence"] = "what shows it", ["agreed_by"] = "who wrote it down" }, Others = ["id", "place_id", "assessment_id", "item", "said", "agreed_at", "version"],
            MayNameOthers = ["reason", "evidence"],
            Of = "agreed_by = @person OR replace(lower(reason), @email, '') <> lower(reason) OR replace(lower(coalesce(evidence, '')), @email, '') <> lower(coalesce(evidence, ''))",
            OnErasure = Ending.Empty,
            Emptied = new Dictionary<string, string>
            {
                ["reason"] = "replace(reason, @email, '[erased]')",
                ["evidence"] = "replace(evidence, @email, '[erased]')",
                ["agreed_by"] = "CASE WHEN agreed_by = @person THEN NULL ELSE agreed_by END",
            },
            Kept = new("as long as the group is here"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "support_assessment", What = "Health checks of groups", Purpose = "to see where a group stands and what changed", Basis = LawfulBasis.LegitimateInterests,
            Audience = Readers, Source = "the group and whoever runs the check with it",
            Fields = new Dictionary<string, string> { ["started_by"] = "who began it" },
            Others = ["id", "place_id", "organisation_id", "instrument_id", "before_id", "started_at", "answers_closed_at", "finished_at", "is_sample", "version"],
            Of = "started_by = @person", OnErasure = Ending.Empty, Kept = new("as long as the group is here"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "support_check_consent", What = "For whom a group opened its health check", Purpose = "to show it to nobody else", Basis = LawfulBasis.LegitimateInterests,
            Audience = Readers, Source = "the group",
            Fields = new Dictionary<string, string> { ["given_by"] = "who said yes", ["on_word_of"] = "on whose word" },
            Others = ["id", "place_id", "assessment_id", "audience", "funder", "token_hash", "given_at", "withdrawn_at", "version"],
            Of = "given_by = @person", OnErasure = Ending.Empty, Kept = new("as long as the group is here"), OnEnd = Ending.Keep,
        },
    ];

    public static readonly PeoplelessTable[] Peopleless = [new("support_instrument", "The texts of health checks")];
}
