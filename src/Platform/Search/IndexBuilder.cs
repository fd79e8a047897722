using System.Runtime.InteropServices;
using System.Text;

namespace Trellis.Platform.Search;

/// <summary>Takes documents one by one and makes an index of them. For one thread.</summary>
public sealed class IndexBuilder
{
    private const float Saturation = 8;
    private const float LengthMatters = 0.6f;

    private readonly Shape shape;
    private readonly FacetValues values;
    private readonly Dictionary<string, int> termNumbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byLetters;
    private readonly List<string> terms = [];
    private readonly List<string> writtens = [];
    private readonly Phrases<int> phrases = new();
    private readonly List<float> weightHere = [];
    private readonly List<int> termsHere = [];
    private readonly List<int> sequence = [];
    private readonly Gathered gathered = new();
    private readonly List<(Guid Key, Exception Trouble)> leftOut = [];
    private readonly ushort[][] valuesHere;

    public IndexBuilder(Shape shape)
        : this(shape, new FacetValues(shape.Facets.Count))
    {
    }

    internal IndexBuilder(Shape shape, FacetValues values)
    {
        this.shape = shape;
        this.values = values;
        valuesHere = new ushort[shape.Facets.Count][];
        byLetters = termNumbers.GetAlternateLookup<ReadOnlySpan<char>>();
        gathered.Facets.AddRange(Enumerable.Range(0, shape.Facets.Count).Select(_ => new List<ushort[]>()));
        foreach (var (group, phrase) in shape.Synonyms.Phrases)
        {
            Read(phrase);
            phrases.Add(sequence, group);
        }
    }

    public int Count => gathered.Keys.Count;

    /// <summary>Documents that could not be read, with what went wrong; the index is without them.</summary>
    public IReadOnlyList<(Guid Key, Exception Trouble)> LeftOut => leftOut;

    public void Add(Document document)
    {
        try
        {
            var name = Read(document);
            Keep(document, name);
        }
#pragma warning disable CA1031 // One text that cannot be read must not keep a whole place from being found; whoever builds says so in the log.
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            leftOut.Add((document.Key, trouble));
            termsHere.ForEach(term => weightHere[term] = 0);
            termsHere.Clear();
        }
    }

    public SearchIndex Build() => new(shape, values, BuildSegment()) { LeftOut = leftOut };

    internal Segment BuildSegment()
    {
        termNumbers.Clear();
        return gathered.ToSegment(terms, writtens);
    }

    /// <summary>All that may fail, before anything of the document is in the index; gives back the name it is sorted by.</summary>
    private byte[] Read(Document document)
    {
        foreach (var (field, text) in document.Texts)
        {
            Weigh(shape.Fields[field], text);
        }

        foreach (var tag in document.Tags)
        {
            AddWeight(Number(tag, tag), 1);
        }

        for (var facet = 0; facet < valuesHere.Length; facet++)
        {
            valuesHere[facet] = Values(document, facet);
        }

        return Query.Folded(document.Name);
    }

    private void Keep(Document document, byte[] name)
    {
        foreach (var term in termsHere)
        {
            var impact = weightHere[term] / (weightHere[term] + Saturation);
            gathered.Terms.Add(term);
            gathered.Weights.Add((byte)Math.Clamp((int)MathF.Round(impact * 255), 1, 255));
            weightHere[term] = 0;
        }

        termsHere.Clear();
        gathered.Ends.Add(gathered.Terms.Count);
        gathered.Keys.Add(document.Key);
        gathered.Kinds.Add(document.Kind);
        gathered.Priors.Add(document.Prior);
        gathered.Latitudes.Add(document.Point?.LatitudeMicro ?? Segment.Nowhere);
        gathered.Longitudes.Add(document.Point?.LongitudeMicro ?? Segment.Nowhere);
        gathered.LastConfirmed.Add(document.LastConfirmed);
        gathered.Names.Add(name);
        for (var facet = 0; facet < valuesHere.Length; facet++)
        {
            gathered.Facets[facet].Add(valuesHere[facet]);
        }
    }

    private ushort[] Values(Document document, int facet)
    {
        ushort first = 0;
        List<ushort>? several = null;
        foreach (var (of, value) in document.Facets)
        {
            var number = of == facet ? values.Add(facet, value) : (ushort)0;
            if (number == 0 || number == first || several?.Contains(number) == true)
            {
                continue;
            }

            if (first == 0)
            {
                first = number;
            }
            else
            {
                (several ??= [first]).Add(number);
            }
        }

        return several is not null ? [.. several] : first != 0 ? [first] : [];
    }

    /// <summary>A word counts more in a short text than in a long one, and in a heavy field than in a light one.</summary>
    private void Weigh(Field field, string text)
    {
        Read(text);
        var weight = field.Weight / (1 - LengthMatters + (LengthMatters * sequence.Count / field.UsualLength));
        for (var at = 0; at < sequence.Count; at++)
        {
            AddWeight(sequence[at], weight);
            if (!phrases.BeginsAt(sequence[at]))
            {
                continue;
            }

            foreach (var (_, group) in phrases.At(sequence, at))
            {
                var term = Synonyms.Term(group);
                AddWeight(Number(term, term), weight);
            }
        }
    }

    private void AddWeight(int term, float weight)
    {
        if (weightHere[term] == 0)
        {
            termsHere.Add(term);
        }

        weightHere[term] += weight;
    }

    private void Read(string text)
    {
        sequence.Clear();
        Span<char> room = stackalloc char[WordReader.LongestWord + 1];
        Span<char> written = stackalloc char[WordReader.LongestWord + 1];
        var stopWords = Query.Lookup(shape.StopWords);
        var reader = new WordReader(text, room);
        for (var word = reader.Next(); word.Length > 0; word = reader.Next())
        {
            if (stopWords.Contains(word))
            {
                continue;
            }

            word.CopyTo(written);
            word.CopyTo(room); // "and" and "st" may stand elsewhere
            sequence.Add(Number(Stem.Of(room[..word.Length]), written[..word.Length]));
        }
    }

    private int Number(ReadOnlySpan<char> term, ReadOnlySpan<char> written)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(byLetters, term, out var known);
        if (!known)
        {
            number = terms.Count;
            terms.Add(term.ToString());
            writtens.Add(term.SequenceEqual(written) ? terms[number] : written.ToString());
            weightHere.Add(0);
        }

        return number;
    }
}
