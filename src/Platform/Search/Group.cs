using System.Buffers;

namespace Trellis.Platform.Search;

/// <summary>A term of a question with its number in each segment (-1 where it stands nowhere) and how much finding it says.</summary>
internal sealed record Term(string Text, int[] Numbers, int Frequency, int Rarity)
{
    public static Term In(SearchIndex index, string text)
    {
        var numbers = Array.ConvertAll(index.Segments, segment => segment.Find(text));
        var frequency = 0;
        for (var at = 0; at < numbers.Length; at++)
        {
            frequency += index.Segments[at].Frequency(numbers[at]);
        }

        return new Term(text, numbers, frequency, RarityOf(frequency, index.Count));
    }

    private static int RarityOf(int frequency, int documents) =>
        1 + (int)(16 * Math.Log(1 + (Math.Max(0, documents - frequency + 0.5) / (frequency + 0.5))));
}

/// <summary>One way to meet what was asked: all of these terms.</summary>
/// <param name="Boost">16 for the word itself, less for what only resembles it, 0 for what must be met but says nothing.</param>
internal sealed record Choice(Term[] All, int Boost)
{
    public int Frequency => All.Min(term => term.Frequency);
}

/// <summary>One word or phrase of a question: a document must meet one of the choices.</summary>
internal sealed record Group(Choice[] Any, bool IsPlace = false)
{
    public const int Itself = 16;
    public const int Alike = 13;

    public int Frequency { get; } = Any.Sum(choice => choice.Frequency);

    private Term? Single => Any is [{ All: [var term] }] ? term : null;

    public Hits In(Segment segment, int at)
    {
        if (Single is { } term)
        {
            return Hits.Of(segment.DocumentsWith(term.Numbers[at]), segment.WeightsOf(term.Numbers[at]), term.Rarity * Any[0].Boost);
        }

        var best = ArrayPool<int>.Shared.Rent(segment.Count);
        best.AsSpan(0, segment.Count).Clear();
        foreach (var choice in Any)
        {
            Mark(choice, segment, at, best);
        }

        var hits = Hits.Where(best.AsSpan(0, segment.Count));
        ArrayPool<int>.Shared.Return(best);
        return hits;
    }

    /// <summary>Keeps of the hits those that meet this group too.</summary>
    public void Narrow(Hits hits, Segment segment, int at)
    {
        if (Single is { } term)
        {
            hits.KeepThoseIn(segment.DocumentsWith(term.Numbers[at]), segment.WeightsOf(term.Numbers[at]), term.Rarity * Any[0].Boost);
            return;
        }

        using var mine = In(segment, at);
        hits.KeepThoseIn(mine);
    }

    private static void Mark(Choice choice, Segment segment, int at, int[] best)
    {
        var first = choice.All[0];
        if (choice.All.Length > 1)
        {
            using var all = new Group([new Choice([first], choice.Boost)]).In(segment, at);
            foreach (var term in choice.All.AsSpan(1))
            {
                all.KeepThoseIn(segment.DocumentsWith(term.Numbers[at]), segment.WeightsOf(term.Numbers[at]), term.Rarity * choice.Boost);
            }

            for (var hit = 0; hit < all.Count; hit++)
            {
                best[all.Documents[hit]] = Math.Max(best[all.Documents[hit]], 1 + all.Scores[hit]);
            }

            return;
        }

        var documents = segment.DocumentsWith(first.Numbers[at]);
        var weights = segment.WeightsOf(first.Numbers[at]);
        var factor = first.Rarity * choice.Boost;
        for (var hit = 0; hit < documents.Length; hit++)
        {
            ref var score = ref best[documents[hit]];
            score = Math.Max(score, 1 + (weights[hit] * factor));
        }
    }
}
