using Trellis.Ledger.Book;

namespace Trellis.Ledger.Look;

/// <summary>What the page of one grant or payment says of it, fact by fact.</summary>
internal sealed record RowFacts(Recipient Recipient, string RecipientName, IReadOnlyList<(string Name, object? Value)> Facts, string? Link);
