namespace Trellis.Standards.Organisations;

/// <summary>Where a register shows one organisation.</summary>
internal static class RegisterPages
{
    public static string? Of(string? scheme, string number) => scheme switch
    {
        Scheme.CharityCommission => $"https://register-of-charities.charitycommission.gov.uk/charity-details/?regId={number.Split('-')[0]}&subId={(number.Contains('-', StringComparison.Ordinal) ? number.Split('-')[1] : "0")}",
        Scheme.Scotland => $"https://www.oscr.org.uk/about-charities/search-the-register/charity-details?number={number}",
        Scheme.NorthernIreland => $"https://www.charitycommissionni.org.uk/charity-details/?regId={number}&subId=0",
        Scheme.CompaniesHouse => $"https://find-and-update.company-information.service.gov.uk/company/{number}",
        _ => null,
    };
}
