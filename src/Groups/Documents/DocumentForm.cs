using Trellis.Groups.Editing;
using Trellis.Platform;
using Trellis.Standards.Values;

namespace Trellis.Groups.Documents;

/// <summary>What somebody says of a document.</summary>
internal sealed class DocumentForm
{
    private const int Longest = 100;

    public string? Sort { get; set; }

    public string? Title { get; set; }

    public string? ExpiresOn { get; set; }

    public string? Readers { get; set; }

    /// <summary>Has no value of its own: problems with the file are said of it.</summary>
    public string? File { get; set; }

    /// <summary>What was understood of it.</summary>
    public sealed record Said(DocumentSort Sort, string? Title, DateOnly? ExpiresOn, Readers Readers);

    public static DocumentForm Of(GroupDocument document) => new()
    {
        Sort = document.Sort.ToString(),
        Title = document.Title,
        ExpiresOn = document.ExpiresOn?.ToString("d MMMM yyyy"),
        Readers = document.Readers.ToString(),
    };

    public Result<Said> Read()
    {
        var wrong = new List<Problem>();
        var title = FreeText.Tidy(Title) is { } typed ? string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
        var hasSort = Named<DocumentSort>(Sort, out var sort);
        if (!hasSort)
        {
            wrong.Add(new("Sort", "Choose what the document is."));
        }

        if (title?.Length > Longest || (hasSort && sort == DocumentSort.Other && title is null))
        {
            wrong.Add(new("Title", $"Say in a few words what the document is, in at most {Longest} letters."));
        }

        var expires = string.IsNullOrWhiteSpace(ExpiresOn) ? default : Standards.Values.Read.Date(ExpiresOn);
        if (expires.Fault is not null)
        {
            wrong.Add(new("ExpiresOn", "Enter the last day on which it is valid, such as 27 3 2027, or leave it empty."));
        }

        if (!Named<Readers>(Readers, out var readers))
        {
            wrong.Add(new("Readers", "Choose who may read it."));
        }

        return wrong.Count > 0 ? wrong.ToArray() : new Said(sort, title, expires.Value, readers);
    }

    private static bool Named<T>(string? name, out T value)
        where T : struct, Enum => Enum.TryParse(name, out value) && Enum.IsDefined(value) && value.ToString() == name;
}
