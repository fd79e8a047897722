namespace Trellis.Platform.Search;

/// <summary>One question on its way to its answer.</summary>
internal sealed class Asking(SearchIndex index, Question question)
{
    public Answer Answer()
    {
        var wording = new Wording(index, question);
        var place = Place();
        var isForNothing = wording.IsHopeless || (wording.IsNothing && place is null && question.Near is null);
        var (hits, relaxed) = isForNothing ? ([], Relaxed.No) : Match(wording.Groups, place);
        try
        {
            var sort = Sort(relaxed);
            var sifted = new Sifting(index, question with { Sort = sort });
            for (var at = 0; at < hits.Length; at++)
            {
                sifted.Take(at, hits[at]);
            }

            return new Answer
            {
                Total = sifted.Total,
                Hits = sifted.Page(),
                Facets = sifted.Facets(),
                ShowingFor = wording.IsMended ? wording.Shown : null,
                Unknown = wording.Unknown,
                IsForNothing = wording.IsNothing,
                Relaxed = relaxed,
                Sort = sort,
                Terms = wording.Terms,
            };
        }
        finally
        {
            Dispose(hits);
        }
    }

    /// <summary>What lies elsewhere comes nearest first where nobody wants another order; without a spot there are no distances.</summary>
    private SortBy Sort(Relaxed relaxed) => (question.Near, question.Sort, relaxed) switch
    {
        (null, SortBy.Distance, _) => SortBy.Relevance,
        ({ }, SortBy.Relevance, Relaxed.Elsewhere) => SortBy.Distance,
        _ => question.Sort,
    };

    /// <summary>All the words in the place; else all of them anywhere; else as many as possible in the place, or anywhere.</summary>
    private (Hits[] Hits, Relaxed Relaxed) Match(IReadOnlyList<Group> words, Group? place)
    {
        IReadOnlyList<Group> always = place is null ? [] : [place];
        var strict = All([.. always, .. words]);
        if (words.Count == 0 || AnyLive(strict))
        {
            return (strict, Relaxed.No);
        }

        if (place is not null && words.Count > 0 && All(words) is var anywhere)
        {
            if (AnyLive(anywhere))
            {
                Dispose(strict);
                return (anywhere, Relaxed.Elsewhere);
            }

            Dispose(anywhere);
        }

        if (words.Count == 1)
        {
            return (strict, Relaxed.No);
        }

        Dispose(strict);
        var most = Matching.Most(index, words, always);
        if (place is not null && !AnyLive(most))
        {
            Dispose(most);
            most = Matching.Most(index, words, []);
        }

        return (most, Relaxed.MostWords);
    }

    private Hits[] All(IReadOnlyList<Group> groups)
    {
        var hits = new Hits[index.Segments.Length];
        for (var at = 0; at < hits.Length; at++)
        {
            hits[at] = Matching.All(index, at, groups);
        }

        return hits;
    }

    private bool AnyLive(Hits[] hits)
    {
        for (var at = 0; at < hits.Length; at++)
        {
            foreach (var document in hits[at].Documents)
            {
                if (index.IsLive(at, document))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Group? Place()
    {
        if (question.Within is not { } within)
        {
            return null;
        }

        var choices = within.Tags.Select(tag => new Choice([Term.In(index, tag)], 0)).ToList();
        if (within.OrWords is { } named && Query.Read(named, index.Shape.StopWords) is { Count: > 0 } words)
        {
            choices.Add(new Choice([.. words.Select(word => Term.In(index, word.Term))], Group.Alike));
        }

        return new Group([.. choices], IsPlace: true);
    }

    private static void Dispose(Hits[] hits)
    {
        foreach (var segment in hits)
        {
            segment.Dispose();
        }
    }
}
