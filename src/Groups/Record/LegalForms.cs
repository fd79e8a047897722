namespace Trellis.Groups.Record;

/// <summary>The legal forms as we write them, whatever a register calls them.</summary>
internal static class LegalForms
{
    public const string Company = "Charitable company";
    public const string Incorporated = "Charitable incorporated organisation (CIO)";
    public const string Trust = "Charitable trust";
    public const string Unincorporated = "Association or other form of charity";
    public const string PreviouslyExcepted = "Charity that was excepted from registering";
    public const string CommunityInterest = "Community interest company (CIC)";
    public const string SportsClub = "Community amateur sports club (CASC)";
    public const string Council = "Council";

    /// <summary>A register's own word in ours; a word that we do not know stays as it is.</summary>
    public static string? Of(string? word) => word?.ToUpperInvariant() switch
    {
        null => null,
        "CHARITABLE COMPANY" or "COMPANY" => Company,
        "CIO" or "SCIO" or "SCIO (SCOTTISH CHARITABLE INCORPORATED ORGANISATION)" => Incorporated,
        "TRUST" => Trust,
        "OTHER" or "UNINCORPORATED ASSOCIATION" => Unincorporated,
        "PREVIOUSLY EXCEPTED" => PreviouslyExcepted,
        _ => word,
    };
}
