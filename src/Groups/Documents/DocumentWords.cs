using Trellis.Platform.Web.Components;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Groups.Documents;

/// <summary>What documents and their readers are called on pages and in letters.</summary>
internal static class DocumentWords
{
    public static string Of(DocumentSort sort) => sort switch
    {
        DocumentSort.GoverningDocument => "Governing document",
        DocumentSort.Accounts => "Accounts",
        DocumentSort.Insurance => "Insurance certificate",
        DocumentSort.Safeguarding => "Safeguarding policy",
        DocumentSort.Equality => "Equality policy",
        DocumentSort.HealthAndSafety => "Health and safety policy",
        DocumentSort.DataProtection => "Data protection policy",
        DocumentSort.Bank => "Bank statement or letter",
        DocumentSort.Lease => "Lease or hire agreement",
        _ => "Something else",
    };

    public static string Of(Readers readers) => readers switch
    {
        Readers.Own => "The group’s own people",
        Readers.Staff => "The staff of the place too",
        _ => "Everybody",
    };

    public static IReadOnlyList<Choice> Sorts(Platform.Texts.Texts t) => [.. Enum.GetValues<DocumentSort>().Select(sort => new Choice(sort.ToString(), t[Of(sort)]))];

    public static IReadOnlyList<Choice> AllReaders(Platform.Texts.Texts t) =>
    [
        new(nameof(Readers.Own), t[Of(Readers.Own)], t["Its leads and members, and nobody else"]),
        new(nameof(Readers.Staff), t[Of(Readers.Staff)], t["You can see who of them read it"]),
        new(nameof(Readers.Everybody), t[Of(Readers.Everybody)], t["It is offered on the group’s public page"]),
    ];

    /// <summary>The name of the document for people, where the sort alone does not say it.</summary>
    public static string Called(Platform.Texts.Texts t, DocumentSort sort, string? title) => title is null ? t[Of(sort)] : sort == DocumentSort.Other ? title : $"{t[Of(sort)]}: {title}";

    /// <summary>As in 1.2 MB.</summary>
    public static string Size(long bytes) => bytes < 100_000 ? $"{Math.Max(1, bytes / 1_000):N0} kB" : $"{bytes / 1_000_000m:0.0} MB";
}
