using System.Text;

namespace Trellis.Platform.Search;

/// <summary>The values of one facet, document by document. Value 0 means none.</summary>
internal sealed class FacetColumn
{
    /// <summary>One value for each document; empty where some document has more than one.</summary>
    private readonly Block<ushort> only;
    private readonly Block<int> starts;
    private readonly Block<ushort> values;

    /// <param name="byDocument">Each document's values, in the documents' order.</param>
    public FacetColumn(IReadOnlyList<ushort[]> byDocument)
    {
        if (byDocument.All(values => values.Length <= 1))
        {
            only = byDocument.Select(values => values.Length == 0 ? (ushort)0 : values[0]).ToArray();
            return;
        }

        (values, starts) = Block.Join(byDocument);
    }

    private FacetColumn(Block<ushort> only, Block<int> starts, Block<ushort> values) => (this.only, this.starts, this.values) = (only, starts, values);

    private bool IsSingle => starts.Length == 0;

    public static FacetColumn Load(BlockReader from) => new(from.Next<ushort>(), from.Next<int>(), from.Next<ushort>());

    public void Save(BlockWriter to)
    {
        to.Add(only);
        to.Add(starts);
        to.Add(values);
    }

    public bool HasAny(int document, bool[] wanted)
    {
        if (IsSingle)
        {
            return wanted[only[document]];
        }

        foreach (var value in Of(document))
        {
            if (wanted[value])
            {
                return true;
            }
        }

        return false;
    }

    public void Count(ReadOnlySpan<int> documents, int[] counts)
    {
        if (IsSingle)
        {
            var column = only.Span;
            foreach (var document in documents)
            {
                counts[column[document]]++;
            }

            return;
        }

        var from = starts.Span;
        var all = values.Span;
        foreach (var document in documents)
        {
            for (var at = from[document]; at < from[document + 1]; at++)
            {
                counts[all[at]]++;
            }
        }
    }

    private ReadOnlySpan<ushort> Of(int document) => values.Span[starts[document]..starts[document + 1]];
}

/// <summary>The values each facet has, numbered from 1 in the order they were met.</summary>
internal sealed class FacetValues
{
    private readonly List<string>[] names;
    private readonly Dictionary<string, ushort>[] numbers;

    public FacetValues(int facets)
    {
        names = [.. Enumerable.Range(0, facets).Select(_ => new List<string> { "" })];
        numbers = [.. Enumerable.Range(0, facets).Select(_ => new Dictionary<string, ushort>())];
    }

    /// <summary>A copy to which more can be added without disturbing those who read this one; one facet may begin anew.</summary>
    public FacetValues(FacetValues from, int without = -1)
    {
        names = [.. from.names.Select((list, facet) => facet == without ? [""] : new List<string>(list))];
        numbers = [.. from.numbers.Select((map, facet) => facet == without ? [] : new Dictionary<string, ushort>(map))];
    }

    public int Count(int facet) => names[facet].Count;

    public static FacetValues Load(BlockReader from, int facets)
    {
        var loaded = new FacetValues(facets);
        for (var facet = 0; facet < facets; facet++)
        {
            foreach (var name in Encoding.UTF8.GetString(from.Next<byte>().Span).Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                loaded.Add(facet, name);
            }
        }

        return loaded;
    }

    public void Save(BlockWriter to)
    {
        foreach (var list in names)
        {
            to.Add<byte>(Encoding.UTF8.GetBytes(string.Join('\0', list)));
        }
    }

    public string Name(int facet, int number) => names[facet][number];

    /// <summary>0 where no document has it.</summary>
    public ushort Find(int facet, string value) => numbers[facet].GetValueOrDefault(value);

    /// <summary>The numbers of a document's values, each once.</summary>
    public ushort[] Add(int facet, IReadOnlyList<string> values) => values.Count == 0 ? [] : [.. values.Select(value => Add(facet, value)).Where(number => number > 0).Distinct()];

    public ushort Add(int facet, string value)
    {
        if (!numbers[facet].TryGetValue(value, out var number) && names[facet].Count < ushort.MaxValue)
        {
            number = (ushort)names[facet].Count;
            names[facet].Add(value);
            numbers[facet].Add(value, number);
        }

        return number;
    }
}
