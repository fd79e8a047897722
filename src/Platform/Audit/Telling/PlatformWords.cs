using Trellis.Platform.Access;
using Trellis.Platform.Notices;
using Trellis.Platform.Privacy;

namespace Trellis.Platform.Audit;

/// <summary>What the history says of Platform's own records.</summary>
internal static class PlatformWords
{
    public static readonly RecordWords[] All =
    [
        new(nameof(Person))
        {
            Added = "The account was made.",
            Removed = "{0} erased the account.",
            Read = "{0} downloaded everything that is kept of a person.",
            Fields = new Dictionary<string, string> { ["Name"] = "the name", ["Email"] = "the email address" },
            Instead = new Dictionary<string, string> { ["Place"] = "{0} erased what this place keeps of somebody.", ["DisabledAt"] = "{0} disabled the account, or enabled it again.", ["CreatedAt"] = "{0} changed the account.", ["IsSample"] = "{0} changed the account." },
            IsAboutPeople = true,
        },
        new(nameof(LegalHold))
        {
            Added = "{0} said that what is kept of somebody is needed for now.",
            Removed = "{0} removed a note that what is kept of somebody is needed.",
            Fields = new Dictionary<string, string> { ["PlaceId"] = "the place", ["PersonId"] = "of whom it is needed", ["Reason"] = "for what it is needed", ["Since"] = "since when it is needed", ["ById"] = "who said so", ["EndedBy"] = "who said that it is over" },
            Instead = new Dictionary<string, string> { ["EndedAt"] = "{0} said that what is kept of somebody is no longer needed." },
            IsAboutPeople = true,
        },
        new(nameof(Appointment))
        {
            Added = "{0} gave a role.",
            Removed = "{0} removed a role.",
            Fields = new Dictionary<string, string>
            {
                ["PersonId"] = "who holds a role", ["Role"] = "which role it is", ["ScopeId"] = "where a role counts", ["PlaceId"] = "the place of a role", ["Since"] = "since when a role is held", ["GivenBy"] = "who gave a role",
            },
            Instead = new Dictionary<string, string> { ["EndedAt"] = "{0} ended a role." },
            IsAboutPeople = true,
        },
        new(nameof(Invitation))
        {
            Added = "{0} invited somebody.",
            Removed = "{0} removed an invitation.",
            Fields = new Dictionary<string, string>
            {
                ["PlaceId"] = "the place of an invitation", ["Role"] = "the role of an invitation", ["ScopeId"] = "what an invitation is to", ["Email"] = "the address of an invitation",
                ["InvitedBy"] = "who invited", ["InvitedAt"] = "when somebody was invited",
            },
            Instead = new Dictionary<string, string>
            {
                ["AcceptedAt"] = "{0} accepted an invitation.", ["WithdrawnAt"] = "{0} took an invitation back.", ["ExpiresAt"] = "{0} sent an invitation again.",
            },
            IsAboutPeople = true,
        },
        new(nameof(Passkey))
        {
            Added = "{0} added a passkey.",
            Removed = "{0} removed a passkey.",
            Fields = new Dictionary<string, string>
            {
                ["Name"] = "the name of a passkey", ["PersonId"] = "whose passkey it is", ["CredentialId"] = "a passkey", ["PublicKey"] = "a passkey", ["CreatedAt"] = "a passkey",
                ["Transports"] = "a passkey", ["IsUserVerified"] = "a passkey", ["IsBackupEligible"] = "a passkey", ["IsBackedUp"] = "where a passkey is kept",
            },
            Instead = new Dictionary<string, string> { ["LastUsedAt"] = "A passkey was used.", ["SignCount"] = "A passkey was used." },
            IsOwn = true,
        },
        new(nameof(Session))
        {
            Added = "{0} signed in.",
            Removed = "{0} ended a sign-in.",
            Fields = new Dictionary<string, string>(),
            IsOwn = true,
        },
        new(nameof(Unreachable))
        {
            Added = "{0} noted that letters to the address come back.",
            Removed = "{0} noted that letters to the address arrive again.",
            Fields = new Dictionary<string, string>(),
            IsAboutPeople = true,
        },
        new(nameof(OutsideIdentity))
        {
            Added = "An outside site was linked to the account.",
            Removed = "{0} unlinked an outside site.",
            Fields = new Dictionary<string, string> { ["PersonId"] = "whose outside account it is", ["Issuer"] = "the outside site", ["Subject"] = "the outside site’s name for the account", ["CreatedAt"] = "when it was linked" },
            IsOwn = true,
        },
        new(nameof(Consent))
        {
            Added = "{0} said yes to news by email.",
            Removed = "{0} removed a consent.",
            Fields = new Dictionary<string, string> { ["PersonId"] = "whose consent it is", ["Purpose"] = "what a consent is for", ["Words"] = "the words of a consent", ["GivenAt"] = "when a consent was given" },
            Instead = new Dictionary<string, string> { ["WithdrawnAt"] = "{0} said no to news by email." },
            IsOwn = true,
        },
    ];
}
