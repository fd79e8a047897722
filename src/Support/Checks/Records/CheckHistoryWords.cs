using Trellis.Platform.Audit;

namespace Trellis.Support.Checks.Records;

/// <summary>What the history says of health checks. It is told to nobody but whoever did it: a check is the group's own.</summary>
internal static class CheckHistoryWords
{
    public static readonly RecordWords[] All =
    [
        new(nameof(Assessment))
        {
            Added = "{0} began a health check.", Removed = "{0} removed a health check.", Read = "{0} read a health check.",
            Fields = Words("a health check", "PlaceId", "OrganisationId", "InstrumentId", "BeforeId", "StartedAt", "StartedBy", "AnswersClosedAt", "FinishedAt", "IsSample"),
            IsConfidential = true,
        },
        new(nameof(Agreed))
        {
            Added = "{0} wrote down what a group agreed in a health check.", Removed = "{0} removed what a group agreed in a health check.",
            Fields = Words("what a group agreed in a health check", "PlaceId", "AssessmentId", "Item", "Said", "Reason", "Evidence", "AgreedAt", "AgreedBy"),
            IsAboutPeople = true, IsConfidential = true,
        },
        new(nameof(CheckConsent))
        {
            Added = "{0} opened a health check to others.", Removed = "{0} removed whom a health check was opened to.",
            Fields = Words("whom a health check is open to", "PlaceId", "AssessmentId", "Audience", "Funder", "TokenHash", "OnWordOf", "GivenAt", "GivenBy"),
            Instead = new Dictionary<string, string> { ["WithdrawnAt"] = "{0} closed a health check to others again." },
            IsAboutPeople = true, IsConfidential = true,
        },
    ];

    private static Dictionary<string, string> Words(string word, params string[] fields) => fields.ToDictionary(field => field, _ => word);
}
