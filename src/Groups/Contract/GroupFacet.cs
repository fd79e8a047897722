namespace Trellis.Groups.Contract;

/// <summary>
/// A question that another module can answer about organisations, with which the public search is narrowed: who gave them money.
/// Register with <c>services.AddScoped&lt;IGroupFacet, FundedBy&gt;()</c>.
/// </summary>
public interface IGroupFacet
{
    /// <summary>Its stable name in addresses, as in funded-by: small letters and hyphens.</summary>
    string Key { get; }

    /// <summary>As in Funded by.</summary>
    string Title { get; }

    /// <summary>The stamp that rises when the answers change.</summary>
    string Stamp { get; }

    /// <summary>The rule of those who may ask it; null where everybody may.</summary>
    string? Rule => null;

    /// <summary>Whether anybody may narrow by it; what is no question is only counted, for what a page says of its results.</summary>
    bool IsQuestion => true;

    /// <summary>Read again whenever the stamp, or an organisation, has changed. Each organisation's values as they are shown, the same word for the same value; organisations without any are left out.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Read(Guid placeId, CancellationToken stop);
}
