using System.Text;

namespace Trellis.Platform.Search;

/// <summary>All terms of a segment in order, in one block of bytes, each with a form of it that people write.</summary>
internal sealed class Vocabulary
{
    private readonly Block<byte> letters;
    private readonly Block<int> starts;
    private readonly Block<byte> written;
    private readonly Block<int> writtenStarts;
    private readonly Block<uint> masks;

    /// <param name="terms">In order of their UTF-8 bytes, each once, with the form in which it was first met.</param>
    public Vocabulary(IReadOnlyList<(byte[] Term, byte[] Written)> terms)
    {
        (letters, starts) = Block.Join([.. terms.Select(term => term.Term)]);
        (written, writtenStarts) = Block.Join([.. terms.Select(term => term.Written)]);
        masks = terms.Select(term => Edits.Letters(term.Term)).ToArray();
    }

    private Vocabulary(Block<byte> letters, Block<int> starts, Block<byte> written, Block<int> writtenStarts, Block<uint> masks) =>
        (this.letters, this.starts, this.written, this.writtenStarts, this.masks) = (letters, starts, written, writtenStarts, masks);

    public int Count => masks.Length;

    public static Vocabulary Load(BlockReader from) => new(from.Next<byte>(), from.Next<int>(), from.Next<byte>(), from.Next<int>(), from.Next<uint>());

    public void Save(BlockWriter to)
    {
        to.Add(letters);
        to.Add(starts);
        to.Add(written);
        to.Add(writtenStarts);
        to.Add(masks);
    }

    public ReadOnlySpan<byte> this[int number] => letters.Span[starts[number]..starts[number + 1]];

    public string Text(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>As somebody wrote it: "charities" where the term is "charity".</summary>
    public string Written(int number) => Encoding.UTF8.GetString(written.Span[writtenStarts[number]..writtenStarts[number + 1]]);

    /// <summary>The term's number, or a negative number where it is unknown.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        var at = FirstFrom(term);
        return at < Count && this[at].SequenceEqual(term) ? at : -1;
    }

    /// <summary>The terms that begin so: from the first up to before the second number.</summary>
    public (int From, int To) Beginning(ReadOnlySpan<byte> letters)
    {
        var from = FirstFrom(letters);
        Span<byte> after = stackalloc byte[letters.Length + 1];
        letters.CopyTo(after);
        after[^1] = 0xFF; // no UTF-8 text holds this byte
        return (from, FirstFrom(after));
    }

    /// <summary>Real words within so many typing errors of the one given.</summary>
    public void Near(ReadOnlySpan<byte> word, int most, List<(int Term, int Errors)> found)
    {
        var mask = Edits.Letters(word);
        var all = masks.Span;
        for (var number = 0; number < all.Length; number++)
        {
            if (!Edits.MayBeWithin(all[number], mask, most) || Math.Abs(starts[number + 1] - starts[number] - word.Length) > most)
            {
                continue;
            }

            var errors = Edits.Between(word, this[number], most);
            if (errors <= most && letters[starts[number]] is not ((byte)'=' or (byte)'@'))
            {
                found.Add((number, errors));
            }
        }
    }

    private int FirstFrom(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].SequenceCompareTo(term) < 0)
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
