using Trellis.Platform.Places;

namespace Trellis.Platform.Measures;

public enum Unit
{
    Count,
    Pence,
    PencePerHead,

    /// <summary>Thousandths: 123 is 12.3 %.</summary>
    Share,

    /// <summary>Thousandths without a sign: 3400 is 3.4, as of groups for each thousand people or of a score.</summary>
    Rate,
}

/// <summary>A defined figure that a module knows about a place, area by area; each value opens to the records behind it.</summary>
/// <remarks>Pages collect measures and do not know the modules. Register with <c>services.AddScoped&lt;IMeasure, MoneyPerHead&gt;()</c>.</remarks>
public interface IMeasure
{
    /// <summary>Its stable name in addresses, as in money-per-head.</summary>
    string Key { get; }

    /// <summary>As in Public money per head.</summary>
    string Title { get; }

    /// <summary>What is counted and what is not, in one or two sentences.</summary>
    string Definition { get; }

    Unit Unit { get; }

    /// <summary>The formats of the files it is worked out from, as in council-spend: their sources are named where it is shown.</summary>
    IReadOnlyList<string> Formats => [];

    /// <summary>The value of each area of the kind; areas of which nothing is known are left out. A null code is the place as a whole.</summary>
    Task<IReadOnlyList<MeasureValue>> Read(Place place, AreaKind kind, CancellationToken stop);
}

/// <summary>One area's value and the address of the page that lists the records behind it.</summary>
public sealed record MeasureValue(string? AreaCode, long Value, string? Url);
