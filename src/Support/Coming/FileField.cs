namespace Trellis.Support.Coming;

/// <summary>What a column of a file can hold.</summary>
/// <param name="Key">Its stable name, as in next-on.</param>
/// <param name="Words">How people read it.</param>
/// <param name="Headings">The headings that usually mean it, likeliest first; letters and digits only, small.</param>
internal sealed record FileField(string Key, string Words, params string[] Headings)
{
    public const string Group = "group";
    public const string Number = "number";
    public const string Postcode = "postcode";

    /// <summary>Nothing can come in without it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Several columns may hold it; the others each have one.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The fields of a kind of file, in the order in which they are offered.</summary>
    public static IReadOnlyList<FileField> Of(ArrivalKind kind) => kind == ArrivalKind.Contacts ? ContactField.All : HistoryField.All;
}
