using System.Runtime.InteropServices;

namespace Trellis.Platform.Search;

/// <summary>The synonyms' phrases as sequences of words, to be met in a text as it is read.</summary>
/// <typeparam name="T">A word: its number while indexing, its text while asking.</typeparam>
internal sealed class Phrases<T>
    where T : notnull
{
    private readonly Dictionary<T, List<(T[] Words, int Group)>> byFirst = [];

    public void Add(IEnumerable<T> words, int group)
    {
        T[] phrase = [.. words];
        if (phrase.Length == 0)
        {
            return;
        }

        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byFirst, phrase[0], out _);
        list ??= [];
        list.Add((phrase, group));
        list.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length));
    }

    /// <summary>Every group that has a phrase beginning here, longest first.</summary>
    public IEnumerable<(int Length, int Group)> At(List<T> words, int at)
    {
        if (!byFirst.TryGetValue(words[at], out var phrases))
        {
            yield break;
        }

        foreach (var (phrase, group) in phrases)
        {
            if (at + phrase.Length <= words.Count && Follows(phrase, words, at))
            {
                yield return (phrase.Length, group);
            }
        }
    }

    public bool BeginsAt(T word) => byFirst.ContainsKey(word);

    private static bool Follows(T[] phrase, List<T> words, int at)
    {
        for (var next = 1; next < phrase.Length; next++)
        {
            if (!phrase[next].Equals(words[at + next]))
            {
                return false;
            }
        }

        return true;
    }
}
