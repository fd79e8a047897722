using System.Text.RegularExpressions;
using Trellis.Standards.Organisations;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>One check: its name, what it says, and whether it concerns a grant.</summary>
internal sealed partial record GrantCheck(string Name, bool IsAccuracy, string Sentence, Func<Grant, DateOnly, bool> Concerns)
{
    public static readonly IReadOnlyList<GrantCheck> All =
    [
        Wrong("ZeroAmountTest", "have an amount of 0", g => g.AmountAwarded.Value == 0),
        Wrong("FundingOrgUnrecognisedPrefix", "name a funder by an identifier of no known list", g => g.Funders.Any(Unlisted)),
        Wrong("RecipientOrgUnrecognisedPrefix", "name a recipient by an identifier of no known list", g => g.Recipients.Any(Unlisted)),
        Wrong("RecipientOrgCharityNumber", "have a charity number that does not look like one", g => g.Recipients.Any(r => r.Written("charityNumber") is { } n && !IsCharityNumber(Bare(n)))),
        Wrong("RecipientOrgCompanyNumber", "have a company number that does not look like one", g => g.Recipients.Any(r => r.Written("companyNumber") is { } n && !IsCompanyNumber(n))),
        Wrong("OrganizationIdLooksInvalid", "have an identifier whose number does not look right", g => g.Funders.Concat(g.Recipients).Any(o => o.Id is { } id && LooksInvalid(id))),
        Wrong("LooksLikeEmail", "contain what looks like an e-mail address", HoldsEmail),
        .. GrantDates.Checks,
        Useful("RecipientOrg360GPrefix", "name the recipient by an identifier that only the publisher knows", g => g.Recipients.Any(IsInternal)),
        Useful("FundingOrg360GPrefix", "name the funder by an identifier that only the publisher knows", g => g.Funders.Any(IsInternal)),
        Useful("NoRecipientOrgCompanyCharityNumber", "have neither company nor charity number of the recipient", g => g.Recipients.Any(r => (r.CompanyNumber ?? r.CharityNumber) is null)),
        Useful("IncompleteRecipientOrg", "do not say where the recipient is", g => g.Recipients.Any(HasNoPlace)),
        Useful("NoGrantProgramme", "name no programme", g => g.Content["grantProgramme"] is null),
        Useful("NoBeneficiaryLocation", "do not say where the beneficiaries are", g => g.BeneficiaryLocations.Count == 0),
        Useful("TitleDescriptionSame", "have the same title and description", g => g.Title is { } title && title == g.Description),
        Useful("TitleLength", "have a title of more than 140 characters", g => g.Title is { Length: > 140 }),
        Useful("NoLastModified", "do not say when they were last changed", g => GrantParts.Say(g.Content, "dateModified") is null),
        Useful("NoDataSource", "do not say where they were published", g => g.DataSource is null),
        Useful("PlannedDurationNotPresent", "have neither a duration nor a planned start and end", g => !GrantParts.List(g.Content, "plannedDates").Any(HasDuration)),
        Useful("BeneficiaryLocationNameButNoCode", "name the beneficiaries' place without a code", g => g.BeneficiaryLocations.Any(l => l.Name is not null) && g.BeneficiaryLocations.All(l => l.GeoCode is null)),
        Useful("BeneficiaryButNotRecipientGeoData", "say where the beneficiaries are, but not the recipient", g => g.BeneficiaryLocations.Count > 0 && g.Recipients.Any(HasNoPlace)),
    ];

    /// <summary>The data may be wrong.</summary>
    public static GrantCheck Wrong(string name, string sentence, Func<Grant, bool> concerns) => new(name, true, sentence, (grant, _) => concerns(grant));

    private static GrantCheck Useful(string name, string sentence, Func<Grant, bool> concerns) => new(name, false, sentence, (grant, _) => concerns(grant));

    private static bool Unlisted(GrantOrganisation organisation) =>
        organisation.Id is { } id && !id.StartsWith("360G", StringComparison.OrdinalIgnoreCase) && Scheme.Of(id) is null;

    private static bool IsInternal(GrantOrganisation organisation) => organisation.Id?.StartsWith("360G", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>The two letters of the Scottish and Irish registers are not looked at.</summary>
    private static string Bare(string number) => number.Length > 2 && char.IsLetter(number[0]) && char.IsLetter(number[1]) ? number[2..] : number;

    private static bool IsCharityNumber(string number) => number.Length is 6 or 7 && number.All(char.IsAsciiDigit);

    private static bool IsCompanyNumber(string number) => number.Length == 8 && number.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static bool LooksInvalid(string id) =>
        (id.StartsWith("GB-CHC-", StringComparison.OrdinalIgnoreCase) && !IsCharityNumber(id[7..]))
        || (id.StartsWith("GB-COH-", StringComparison.OrdinalIgnoreCase) && !IsCompanyNumber(id[7..]));

    private static bool HasNoPlace(GrantOrganisation recipient) =>
        recipient.PostalCode is null && !recipient.Locations.Any(l => l.GeoCode is not null && l.GeoCodeType is not null);

    private static bool HasDuration(System.Text.Json.Nodes.JsonObject dates) =>
        GrantParts.Say(dates, "duration") is not (null or "0") || (GrantParts.Say(dates, "startDate") is not null && GrantParts.Say(dates, "endDate") is not null);

    private static bool HoldsEmail(Grant grant) =>
        GrantParts.Leaves(grant.Content).Any(l => !l.Path.Contains("email", StringComparison.Ordinal)
            && GrantParts.IsText(l.Value, out var text) && text.Contains('@', StringComparison.Ordinal) && EmailLike().IsMatch(text));

    [GeneratedRegex(@"[\w.-]+@[\w.-]+\.[\w.-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmailLike();
}
