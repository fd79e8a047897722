using Microsoft.AspNetCore.Mvc;
using Trellis.Platform.Exchange;

namespace Trellis.Platform.Audit;

/// <summary>A part of a history on a page, and as a file: the same component for a group, a person and oneself.</summary>
/// <param name="Path">Of the page it stands on.</param>
public sealed record HistoryView(HistoryPart Part, string Path, long? Before)
{
    /// <summary>Whether it may be taken away.</summary>
    public bool HasFile { get; init; } = true;

    public string? Older => Part.Older is { } key ? $"{Path}?before={key}" : null;

    /// <summary>All of it as a file.</summary>
    public static IActionResult File(ReadHistory read, HistoryAsked asked, string name, Texts.Texts t, CancellationToken stop) => new Download<HistoryLine>(
        name,
        [
            new(t["When"], line => line.At),
            new(t["What"], line => line.What),
            new(t["Because"], line => line.Because),
            new(t["About"], line => line.About is { } about ? about.Person is { } person ? $"{about.Text}: {person}" : about.Text : null),
        ],
        read.All(asked, stop),
        [])
    {
        Ending = "csv",
    };
}
