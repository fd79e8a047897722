using System.Text;
using Trellis.Platform.Access;

namespace Trellis.Support.Checks.Instruments;

/// <summary>A health check as a questionnaire of one version: areas, and items with four described levels.</summary>
/// <param name="Key">Its stable name, as in first-steps.</param>
/// <param name="Version">What it says never changes under one version: a changed text is a new version.</param>
/// <param name="For">For whom it is, and how long it takes.</param>
/// <param name="Licence">As in CC-BY-SA-4.0.</param>
internal sealed record Instrument(string Key, string Version, string Title, string For, string Licence, string Author, IReadOnlyList<InstrumentArea> Areas)
{
    /// <summary>The file as it was read.</summary>
    public required string Content { get; init; }

    /// <summary>What the content is known by: two of the same version with different prints are not the same.</summary>
    public string Print => Secret.Hash(Content.Normalize(NormalizationForm.FormC).Replace("\r\n", "\n", StringComparison.Ordinal));

    public IReadOnlyList<InstrumentItem> Items { get; } = [.. Areas.SelectMany(area => area.Items)];

    public InstrumentItem? Item(string? id) => Items.FirstOrDefault(item => item.Id == id);
}

/// <summary>A field that a group can be strong or new in, as in Money.</summary>
internal sealed record InstrumentArea(string Id, string Title, IReadOnlyList<InstrumentItem> Items);

/// <summary>One thing that a group can be asked about.</summary>
/// <param name="Id">As in money-3; the same for the same thing in later versions, and in a shorter instrument.</param>
/// <param name="Levels">What one would see at each: not yet, started, in place, strong and reviewed.</param>
/// <param name="Evidence">What would show it.</param>
internal sealed record InstrumentItem(string Id, string Name, IReadOnlyList<string> Levels, string Why, string Evidence, IReadOnlyList<GuidanceLink> Guidance);

/// <summary>Public guidance on an item.</summary>
internal sealed record GuidanceLink(string Title, string Url);
