using Trellis.Platform.Audit;
using Trellis.Platform.Privacy;

namespace Trellis.Support.Contacts;

/// <summary>What is kept of those whom the staff turn to in a group, and what the history says of it.</summary>
internal static class ContactRegister
{
    public const int KeptDays = 365;

    private static readonly string[] Fields = ["PlaceId", "OrganisationId", "Name", "Role", "Email", "Telephone", "Reach", "WrittenAt", "ImportId"];

    public static readonly PersonalTable Contacts = new()
    {
        Table = "support_contact",
        What = "Contacts of groups",
        Purpose = "to reach the group that is helped",
        Basis = LawfulBasis.LegitimateInterests,
        Audience = "support workers, managers and viewers of the place",
        Source = "the person or their group, through a worker; a file out of the system the place had before",
        Fields = new Dictionary<string, string>
        {
            ["name"] = "name",
            ["role"] = "what they do in the group",
            ["email"] = "email address",
            ["telephone"] = "telephone number",
            ["reach"] = "how and when they are reached best",
            ["left_at"] = "when they ceased to be a contact",
        },
        Others = ["id", "place_id", "organisation_id", "written_at", "import_id", "version"],
        MayNameOthers = ["reach"],
        Of = "email = @email",
        OnErasure = Ending.Delete,
        Kept = new("while they are a contact of the group, and for a year after", "left_at", KeptDays),
    };

    public static readonly RecordWords Words = new(nameof(Contact))
    {
        Added = "{0} wrote down a contact of a group.",
        Removed = "{0} removed a contact of a group.",
        Fields = Fields.ToDictionary(field => field, _ => "a contact of a group"),
        Instead = new Dictionary<string, string> { ["LeftAt"] = "{0} said whether somebody is still a contact of a group." },
        IsAboutPeople = true,
        IsConfidential = true, // whom the staff know in a group is between them
    };
}
