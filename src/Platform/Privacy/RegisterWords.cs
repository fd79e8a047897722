namespace Trellis.Platform.Privacy;

/// <summary>The register's codes in words.</summary>
internal static class RegisterWords
{
    public static string Of(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "Your consent (UK GDPR, article 6(1)(a))",
        LawfulBasis.Contract => "An agreement with you (6(1)(b))",
        LawfulBasis.LegalObligation => "A duty in law (6(1)(c))",
        LawfulBasis.PublicTask => "A task in the public interest (6(1)(e))",
        _ => "A legitimate interest (6(1)(f))",
    };
}
