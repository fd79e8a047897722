using Trellis.Platform.Privacy;

namespace Trellis.Platform.Access;

/// <summary>What the ways of signing in keep of people.</summary>
internal static class PasskeyRegister
{
    public static readonly PersonalTable[] Personal =
    [
        new()
        {
            Table = "platform_passkey", What = "Passkeys", Purpose = "to sign people in safely", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the person", Source = "the person’s device, when they add it",
            Fields = new Dictionary<string, string> { ["name"] = "name of the passkey", ["created_at"] = "since", ["last_used_at"] = "last used", ["is_backed_up"] = "kept by a password manager" },
            Others = ["id", "person_id", "credential_id", "public_key", "sign_count", "transports", "is_user_verified", "is_backup_eligible"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Kept = new("until the person removes it or is erased"),
        },
        new()
        {
            Table = "platform_passkey_challenge", What = "Questions put to passkeys", Purpose = "to sign people in safely", Basis = LawfulBasis.LegitimateInterests,
            Audience = "nobody; the machine alone", Source = "the person, when they sign in",
            Fields = new Dictionary<string, string> { ["state"] = "name and address as their device was told them" }, Others = ["id", "browser_hash", "purpose", "person_id", "expires_at", "used_at"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Kept = new("for a day", "expires_at", 1),
        },
        new()
        {
            Table = "platform_known_device", What = "Browsers seen before", Purpose = "to warn people of a sign-in from a browser that is not theirs", Basis = LawfulBasis.LegitimateInterests,
            Audience = "nobody; the machine alone", Source = "the person, when they sign in",
            Fields = new Dictionary<string, string> { ["last_seen_at"] = "last sign-in with it" }, Others = ["id", "person_id", "token_hash"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Kept = new("for three years after the last sign-in", "last_seen_at", EndIdleAccounts.Days),
        },
        new()
        {
            Table = "platform_outside_identity", What = "Accounts at another site", Purpose = "to let people sign in with the place’s own sign-in", Basis = LawfulBasis.LegitimateInterests,
            Audience = "the person", Source = "the outside site, when they sign in with it",
            Fields = new Dictionary<string, string> { ["issuer"] = "the outside site", ["subject"] = "its name for the person" }, Others = ["id", "person_id", "created_at"],
            Of = "person_id = @person", OnErasure = Ending.Delete, Kept = new("as long as the account"),
        },
    ];
}
