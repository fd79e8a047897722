using Trellis.Platform.Audit;

namespace Trellis.Platform.Confidential;

/// <summary>What pages and the history say of the compartment.</summary>
internal static class CompartmentWords
{
    public static readonly RecordWords[] History =
    [
        new(nameof(Compartment))
        {
            Added = "{0} put the policy of the confidential compartment here.",
            Removed = "{0} removed the confidential compartment.",
            Changed = "{0} changed {1} of the confidential compartment.",
            Fields = new Dictionary<string, string> { ["PlaceId"] = "the place", ["Conditions"] = "the ground in law", ["Policy"] = "the policy", ["PolicyOn"] = "the date of the policy", ["PolicyFileId"] = "the policy document" },
            Instead = new Dictionary<string, string> { ["ClosedAt"] = "{0} shut the confidential compartment, or opened it again.", ["OpenedAt"] = "{0} opened the confidential compartment again." },
        },
    ];

    public static string Of(LawCondition condition) => condition switch
    {
        LawCondition.Safeguarding => "Safeguarding of children and of people at risk",
        LawCondition.HealthOrSocialCare => "Health or social care",
        LawCondition.EqualityOfOpportunity => "Equality of opportunity or treatment",
        LawCondition.SupportForDisabilityOrIllness => "Support for people with a disability or illness",
        LawCondition.Counselling => "Confidential counselling, advice or support",
        LawCondition.EconomicWellBeing => "Safeguarding the economic well-being of people at risk",
        _ => "Preventing or detecting unlawful acts",
    };

    /// <summary>Where it stands: Data Protection Act 2018, schedule 1.</summary>
    public static string Paragraph(LawCondition condition) => condition switch
    {
        LawCondition.Safeguarding => "Data Protection Act 2018, schedule 1, paragraph 18",
        LawCondition.HealthOrSocialCare => "Data Protection Act 2018, schedule 1, paragraph 2",
        LawCondition.EqualityOfOpportunity => "Data Protection Act 2018, schedule 1, paragraph 8",
        LawCondition.SupportForDisabilityOrIllness => "Data Protection Act 2018, schedule 1, paragraph 16",
        LawCondition.Counselling => "Data Protection Act 2018, schedule 1, paragraph 17",
        LawCondition.EconomicWellBeing => "Data Protection Act 2018, schedule 1, paragraph 19",
        _ => "Data Protection Act 2018, schedule 1, paragraph 10",
    };
}
