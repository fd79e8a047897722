using Trellis.Groups.Claiming;
using Trellis.Groups.Confidential;
using Trellis.Groups.Documents;
using Trellis.Groups.Record;
using Trellis.Platform.Audit;

namespace Trellis.Groups.Telling;

/// <summary>What the history says of groups and of who claims them.</summary>
internal static class GroupHistoryWords
{
    private static readonly Dictionary<string, string> OfEntry = new()
    {
        [nameof(Field.Name)] = "the name",
        [nameof(Field.WorkingNames)] = "the other names",
        [nameof(Field.Purpose)] = "what they do",
        [nameof(Field.Helps)] = "who is helped",
        [nameof(Field.Cause)] = "the main cause",
        [nameof(Field.Reach)] = "where they work",
        [nameof(Field.Website)] = "the website",
        [nameof(Field.Email)] = "the email address",
        [nameof(Field.Telephone)] = "the telephone number",
        [nameof(Field.Contact)] = "whom to ask for",
        [nameof(Field.Address)] = "the address",
        [nameof(Field.Postcode)] = "the postcode",
        [nameof(Field.Languages)] = "the languages",
        [nameof(Field.Accessibility)] = "getting in and about",
        [nameof(Field.LegalForm)] = "the legal form",
        [nameof(Field.Kind)] = "the kind",
        [nameof(Field.Income)] = "the yearly income",
        [nameof(Field.RegisteredOn)] = "the day of registration",
        [nameof(Field.RemovedOn)] = "the day of removal from the register",
        ["NotPublic"] = "what is kept from the public",
        ["Pins"] = "what is pinned",
    };

    public static readonly RecordWords[] All =
    [
        new(nameof(Organisation))
        {
            Added = "{0} entered the group.",
            Removed = "{0} removed the group.",
            Read = "{0} looked at what is not public: {1}.",
            Fields = OfEntry.Concat(Enum.GetNames<DocumentSort>().Select(sort => KeyValuePair.Create(ReadDocument.Prefix + sort, "a document"))).ToDictionary(),
            Instead = new Dictionary<string, string> { [nameof(Organisation.ConfirmedAt)] = "{0} said that all is still right." },
        },
        new(nameof(Claim))
        {
            Added = "{0} said that the group is theirs.",
            Removed = "{0} removed what somebody said about the group being theirs.",
            Fields = new Dictionary<string, string>
            {
                ["PlaceId"] = "the place of a claim", ["OrganisationId"] = "which group is claimed", ["PersonId"] = "who claims the group", ["Part"] = "what somebody is in the group", ["Proof"] = "how somebody shows that the group is theirs",
                ["ClaimedAt"] = "when the group was claimed", ["Reason"] = "the answer to a claim", ["DecidedBy"] = "who answered a claim", ["CodeEndsAt"] = "how long a code is good for",
            },
            Instead = new Dictionary<string, string>
            {
                ["DecidedAt"] = "{0} settled whether the group is somebody’s.", ["State"] = "{0} went on with a claim of the group.", ["CodeHash"] = "{0} made a code for somebody who claims the group.", ["Tries"] = "{0} entered a wrong code.",
            },
            IsAboutPeople = true,
        },
        new(nameof(GroupDocument))
        {
            Added = "{0} added a document.",
            Removed = "{0} removed a document.",
            Fields = new Dictionary<string, string>
            {
                ["PlaceId"] = "the place of a document", ["OrganisationId"] = "the group of a document", ["FileId"] = "the file of a document", ["Sort"] = "what a document is", ["Title"] = "the name of a document",
                ["ExpiresOn"] = "until when a document is valid", ["Readers"] = "who may read a document", ["Warned"] = "whether the lead knows that a document runs out",
            },
        },
        new(nameof(ConfidentialNote))
        {
            Added = "{0} wrote a confidential note.",
            Removed = "{0} removed a confidential note.",
            Read = "{0} read a confidential note.",
            Fields = new Dictionary<string, string>
            {
                ["PlaceId"] = "the place of a confidential note", ["OrganisationId"] = "the group of a confidential note", ["AuthorId"] = "the author of a confidential note", ["SubjectId"] = "whom a confidential note is about",
                ["SealedText"] = "a confidential note", ["WrittenAt"] = "the day of a confidential note",
            },
            IsAboutPeople = true,
            IsConfidential = true,
        },
    ];
}
