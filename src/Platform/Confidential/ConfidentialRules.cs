using Trellis.Platform.Access;

namespace Trellis.Platform.Confidential;

/// <summary>Who may do what with what is confidential.</summary>
public static class ConfidentialRules
{
    public const string Open = "open-compartment";
    public const string Keep = "keep-confidential";
    public const string SeeReading = "see-confidential-reading";

    internal static readonly Rule[] All =
    [
        new(Open, "Name the law and the policy by which confidential notes are kept, and open or shut the compartment", Role.Administrator),
        new(Keep, "Read and write confidential notes, each reading noted", Role.Confidant),
        new(SeeReading, "See who read or wrote confidential notes, and when; never what they say", Role.Manager, Role.Administrator),
    ];

    internal static readonly WorkLink[] Doors =
    [
        new(SeeReading, "/work/confidential", "Who read confidential notes", "See who read, wrote or removed one, and when", 305),
        new(Open, "/people/confidential", "Confidential notes", "Name the law and the policy by which they are kept", 306),
    ];
}
