using System.Runtime.InteropServices;

namespace Trellis.Groups.Matching;

/// <summary>Many numbers for one text, without a list for each: the latest, and from each the one before.</summary>
/// <param name="expected">About how many there will be.</param>
internal sealed class Chains(int expected = 0)
{
    private readonly Dictionary<ulong, int> latest = new(expected);
    private readonly List<(int Value, int Before)> links = new(expected);

    public void Add(string? key, int value)
    {
        if (string.IsNullOrEmpty(key))
        {
            return;
        }

        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, Fingerprint.Of(key), out var exists);
        links.Add((value, exists ? last : -1));
        last = links.Count - 1;
    }

    public IEnumerable<int> Of(string? key)
    {
        for (var at = key is not null && latest.TryGetValue(Fingerprint.Of(key), out var last) ? last : -1; at >= 0; at = links[at].Before)
        {
            yield return links[at].Value;
        }
    }
}
