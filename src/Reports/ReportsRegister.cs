using Trellis.Platform.Privacy;

namespace Trellis.Reports;

/// <summary>What the tables of reports keep of people.</summary>
internal static class ReportsRegister
{
    private const string To = "to answer to those who pay for the work";

    public static readonly PersonalTable[] Personal =
    [
        new()
        {
            Table = "reports_return", What = "Returns to funders", Purpose = To, Basis = LawfulBasis.LegitimateInterests, Audience = "staff of the place; the funder, by a secret link", Source = "the manager who made it",
            Fields = new Dictionary<string, string> { ["narrative"] = "what is said in words", ["sent_by"] = "who sent it" },
            Others = ["id", "place_id", "framework_id", "first_day", "last_day", "made_at", "sent_at", "link_hash", "link_made_at", "version"],
            MayNameOthers = ["narrative"],
            Of = "sent_by = @person OR replace(lower(coalesce(narrative, '')), @email, '') <> lower(coalesce(narrative, ''))",
            OnErasure = Ending.Empty, Kept = new("as long as the place answers for the period"), OnEnd = Ending.Keep,
            Emptied = new Dictionary<string, string> { ["narrative"] = "replace(narrative, @email, '[erased]')", ["sent_by"] = "CASE WHEN sent_by = @person THEN NULL ELSE sent_by END" },
        },
        new()
        {
            Table = "reports_frozen", What = "What returns said when they were sent", Purpose = To, Basis = LawfulBasis.LegitimateInterests, Audience = "staff of the place", Source = "the records behind each figure, as they were",
            Fields = new Dictionary<string, string> { ["body"] = "figures, records behind them, words and stories" },
            Others = ["return_id", "place_id", "sent_at"],
            MayNameOthers = ["body"],
            Of = "replace(lower(body), @email, '') <> lower(body)",
            OnErasure = Ending.Empty, Kept = new("as long as the place answers for the period"), OnEnd = Ending.Keep,
            Emptied = new Dictionary<string, string> { ["body"] = "replace(body, @email, '[erased]')" },
        },
        new()
        {
            Table = "reports_story", What = "Stories of groups", Purpose = "to show what help has changed", Basis = LawfulBasis.Consent, Audience = "staff of the place; funders of the returns it was chosen for, while the group agrees", Source = "the group, and the worker who wrote it down",
            Fields = new Dictionary<string, string> { ["title"] = "its title", ["words"] = "the story", ["author_id"] = "who wrote it down", ["consent_by"] = "who agreed for the group", ["consent_words"] = "to what they agreed" },
            Others = ["id", "place_id", "organisation_id", "written_at", "consent_on", "consent_ended_at", "version"],
            MayNameOthers = ["title", "words", "consent_by", "consent_words"],
            Of = "author_id = @person OR replace(lower(words || consent_by || consent_words), @email, '') <> lower(words || consent_by || consent_words)",
            OnErasure = Ending.Empty, Kept = new("for six years after it was written down", "written_at", 2_192),
            Emptied = new Dictionary<string, string>
            {
                ["title"] = "replace(title, @email, '[erased]')", ["words"] = "replace(words, @email, '[erased]')", ["consent_by"] = "replace(consent_by, @email, '[erased]')",
                ["consent_words"] = "replace(consent_words, @email, '[erased]')", ["author_id"] = "CASE WHEN author_id = @person THEN NULL ELSE author_id END",
            },
        },
    ];

    public static readonly PeoplelessTable[] Peopleless =
    [
        new("reports_framework", "What a funder asks for: figures and days"),
        new("reports_framework_item", "One figure that a funder asks for"),
        new("reports_typed_figure", "A number that was typed in"),
        new("reports_return_story", "Which stories go with which return"),
    ];
}
