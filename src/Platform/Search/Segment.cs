using System.Text;

namespace Trellis.Platform.Search;

/// <summary>Documents and the lists of where each term stands, never changed once built. Documents are numbered in order of their names.</summary>
internal sealed record Segment
{
    public required Vocabulary Terms { get; init; }

    /// <summary>Where each term's list begins in <see cref="Documents"/> and <see cref="Weights"/>.</summary>
    public required Block<int> Starts { get; init; }

    public required Block<int> Documents { get; init; }

    /// <summary>How much the term says about the document, 1 to 255.</summary>
    public required Block<byte> Weights { get; init; }

    public required Block<Guid> Keys { get; init; }

    public required Block<byte> Kinds { get; init; }

    public required Block<byte> Priors { get; init; }

    /// <summary>Millionths of a degree; <see cref="Nowhere"/> where unknown.</summary>
    public required Block<int> Latitudes { get; init; }

    public required Block<int> Longitudes { get; init; }

    public required Block<int> LastConfirmed { get; init; }

    public required FacetColumn[] Facets { get; init; }

    /// <summary>The folded names in one block, for putting later documents in their order.</summary>
    public required Block<byte> Names { get; init; }

    public required Block<int> NameStarts { get; init; }

    public const int Nowhere = int.MinValue;

    public int Count => Keys.Length;

    public static Segment Load(BlockReader from, int facets) => new()
    {
        Terms = Vocabulary.Load(from),
        Starts = from.Next<int>(),
        Documents = from.Next<int>(),
        Weights = from.Next<byte>(),
        Keys = from.Next<Guid>(),
        Kinds = from.Next<byte>(),
        Priors = from.Next<byte>(),
        Latitudes = from.Next<int>(),
        Longitudes = from.Next<int>(),
        LastConfirmed = from.Next<int>(),
        Names = from.Next<byte>(),
        NameStarts = from.Next<int>(),
        Facets = [.. Enumerable.Range(0, facets).Select(_ => FacetColumn.Load(from))],
    };

    public void Save(BlockWriter to)
    {
        Terms.Save(to);
        to.Add(Starts);
        to.Add(Documents);
        to.Add(Weights);
        to.Add(Keys);
        to.Add(Kinds);
        to.Add(Priors);
        to.Add(Latitudes);
        to.Add(Longitudes);
        to.Add(LastConfirmed);
        to.Add(Names);
        to.Add(NameStarts);
        Array.ForEach(Facets, column => column.Save(to));
    }

    public ReadOnlySpan<byte> Name(int document) => Names.Span[NameStarts[document]..NameStarts[document + 1]];

    public int Frequency(int term) => term < 0 ? 0 : Starts[term + 1] - Starts[term];

    public ReadOnlySpan<int> DocumentsWith(int term) => term < 0 ? [] : Documents.Span[Starts[term]..Starts[term + 1]];

    public ReadOnlySpan<byte> WeightsOf(int term) => term < 0 ? [] : Weights.Span[Starts[term]..Starts[term + 1]];

    public int Find(string term) => Terms.Find(Encoding.UTF8.GetBytes(term));

    /// <summary>How many documents come before one of this name and key.</summary>
    public int CountBefore(ReadOnlySpan<byte> name, Guid key)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Name(middle).SequenceCompareTo(name) is var order && (order < 0 || (order == 0 && Keys[middle].CompareTo(key) < 0)))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
