using System.Runtime.InteropServices;
using System.Text;

namespace Trellis.Platform.Search;

/// <summary>What a builder has read so far, document by document, waiting to be turned round into lists by term.</summary>
internal sealed class Gathered
{
    public List<Guid> Keys { get; } = [];

    public List<byte> Kinds { get; } = [];

    public List<byte> Priors { get; } = [];

    public List<int> Latitudes { get; } = [];

    public List<int> Longitudes { get; } = [];

    public List<int> LastConfirmed { get; } = [];

    public List<byte[]> Names { get; } = [];

    public List<List<ushort[]>> Facets { get; } = [];

    public List<int> Terms { get; } = [];

    public List<byte> Weights { get; } = [];

    /// <summary>Where each document's terms end.</summary>
    public List<int> Ends { get; } = [];

    public Segment ToSegment(List<string> terms, List<string> writtens)
    {
        var order = Order();
        var (vocabulary, numbers) = Vocabulary(terms, writtens);
        var (starts, documents, weights) = Turn(order, numbers, vocabulary.Count);
        var (names, nameStarts) = Block.Join(Array.ConvertAll(order, at => Names[at]));
        return new Segment
        {
            Terms = vocabulary,
            Starts = starts,
            Documents = documents,
            Weights = weights,
            Keys = Array.ConvertAll(order, at => Keys[at]),
            Kinds = Array.ConvertAll(order, at => Kinds[at]),
            Priors = Array.ConvertAll(order, at => Priors[at]),
            Latitudes = Array.ConvertAll(order, at => Latitudes[at]),
            Longitudes = Array.ConvertAll(order, at => Longitudes[at]),
            LastConfirmed = Array.ConvertAll(order, at => LastConfirmed[at]),
            Facets = [.. Facets.Select(column => new FacetColumn(Array.ConvertAll(order, at => column[at])))],
            Names = names,
            NameStarts = nameStarts,
        };
    }

    /// <summary>By name, then by key, so that the order never depends on how the documents came.</summary>
    private int[] Order()
    {
        int[] order = [.. Enumerable.Range(0, Keys.Count)];
        Array.Sort(order, (one, other) =>
            Names[one].AsSpan().SequenceCompareTo(Names[other]) is var byName and not 0 ? byName : Keys[one].CompareTo(Keys[other]));
        return order;
    }

    /// <summary>The terms that stand in some document, sorted, and the sorted number of each old one (-1 where it stands nowhere).</summary>
    private (Vocabulary Vocabulary, int[] Numbers) Vocabulary(List<string> terms, List<string> writtens)
    {
        var stands = new bool[terms.Count];
        foreach (var term in Terms)
        {
            stands[term] = true;
        }

        var sorted = Enumerable.Range(0, terms.Count).Where(term => stands[term]).ToArray();
        var letters = Array.ConvertAll(sorted, term => Encoding.UTF8.GetBytes(terms[term]));
        Array.Sort(letters, sorted, Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)));
        var numbers = new int[terms.Count];
        Array.Fill(numbers, -1);
        for (var number = 0; number < sorted.Length; number++)
        {
            numbers[sorted[number]] = number;
        }

        return (new Vocabulary([.. letters.Select((term, at) => (term, Encoding.UTF8.GetBytes(writtens[sorted[at]])))]), numbers);
    }

    private (int[] Starts, int[] Documents, byte[] Weights) Turn(int[] order, int[] numbers, int termCount)
    {
        var starts = new int[termCount + 1];
        foreach (var term in CollectionsMarshal.AsSpan(Terms))
        {
            starts[numbers[term] + 1]++;
        }

        for (var term = 0; term < termCount; term++)
        {
            starts[term + 1] += starts[term];
        }

        var next = starts.AsSpan().ToArray();
        var (documents, weights) = (new int[Terms.Count], new byte[Terms.Count]);
        for (var document = 0; document < order.Length; document++)
        {
            var from = order[document] == 0 ? 0 : Ends[order[document] - 1];
            for (var at = from; at < Ends[order[document]]; at++)
            {
                var slot = next[numbers[Terms[at]]]++;
                documents[slot] = document;
                weights[slot] = Weights[at];
            }
        }

        return (starts, documents, weights);
    }
}
