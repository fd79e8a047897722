using System.Text.Json;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Frameworks;

/// <summary>One figure as a file or a form says it.</summary>
internal sealed record ShippedItem
{
    public string? Indicator { get; init; }

    /// <summary>Null where the indicator's own name will do.</summary>
    public string? Wording { get; init; }

    public string? Definition { get; init; }

    public FigureUnit Unit { get; init; }

    public long? Target { get; init; }

    public Aim Aim { get; init; }

    public long? Baseline { get; init; }

    public IReadOnlyList<string> Breakdowns { get; init; } = [];

    public FrameworkItem For(Framework framework, int position) => new()
    {
        Id = Guid.CreateVersion7(),
        PlaceId = framework.PlaceId,
        FrameworkId = framework.Id,
        Position = position,
        Indicator = Indicator,
        Wording = Wording ?? IndicatorLibrary.Shipped.Find(Indicator)!.Name,
        Definition = Definition,
        Unit = IndicatorLibrary.Shipped.Find(Indicator)?.Unit ?? Unit,
        Target = Target,
        Aim = Aim,
        Baseline = Baseline,
        Breakdowns = string.Join(',', Breakdowns),
    };
}

/// <summary>A framework to begin with, made after what funders of its sort ask.</summary>
internal sealed record ShippedFramework
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Funder { get; init; }

    public required Rhythm Rhythm { get; init; }

    public required int DueDays { get; init; }

    public long? PaysPence { get; init; }

    /// <summary>Where such funders say what they ask.</summary>
    public required string Sources { get; init; }

    public required IReadOnlyList<ShippedItem> Items { get; init; }
}

/// <summary>The frameworks that come with the product.</summary>
internal static class ShippedFrameworks
{
    private static readonly string[] Names = ["borough-infrastructure", "volunteer-centre", "national-lottery", "social-prescribing", "common-minimum"];
    private static readonly Lazy<IReadOnlyList<ShippedFramework>> Read = new(() => [.. Names.Select(name => From(IndicatorLibrary.Embedded(name + ".json")))]);

    public static IReadOnlyList<ShippedFramework> All => Read.Value;

    /// <exception cref="FormatException">With a sentence that says what to put right.</exception>
    public static ShippedFramework From(string json)
    {
        ShippedFramework framework;
        try
        {
            framework = JsonSerializer.Deserialize<ShippedFramework>(json, IndicatorLibrary.Form) ?? throw new FormatException("The file of a framework is empty.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException("The file of a framework cannot be read: " + wrong.Message, wrong);
        }

        foreach (var item in framework.Items)
        {
            var read = ReadItem.Handle(new() { Indicator = item.Indicator, Wording = item.Wording, Definition = item.Definition, Unit = item.Unit, Aim = item.Aim, By = [.. item.Breakdowns] });
            if (!read.Succeeded)
            {
                throw new FormatException($"The framework {framework.Key}: {read.Problems[0].Message}");
            }
        }

        return framework;
    }
}
