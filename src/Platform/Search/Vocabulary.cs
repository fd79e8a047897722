using System.Text;

namespace Trellis.Platform.Search;

/// <summary>All terms of a segment in order, in one block of bytes, each with a form of it that people write.</summary>
internal sealed class Vocabulary
{
    private readonly byte[] letters;
    private readonly int[] starts;
    private readonly byte[] written;
    private readonly int[] writtenStarts;
    private readonly uint[] masks;

    /// <param name="terms">In order of their UTF-8 bytes, each once, with the form in which it was first met.</param>
    public Vocabulary(IReadOnlyList<(byte[] Term, byte[] Written)> terms)
    {
        starts = new int[terms.Count + 1];
        writtenStarts = new int[terms.Count + 1];
        masks = new uint[terms.Count];
        letters = new byte[terms.Sum(term => term.Term.Length)];
        written = new byte[terms.Sum(term => term.Written.Length)];
        for (var number = 0; number < terms.Count; number++)
        {
            var (term, form) = terms[number];
            term.CopyTo(letters, starts[number]);
            form.CopyTo(written, writtenStarts[number]);
            starts[number + 1] = starts[number] + term.Length;
            writtenStarts[number + 1] = writtenStarts[number] + form.Length;
            masks[number] = Edits.Letters(term);
        }
    }

    private Vocabulary(byte[] letters, int[] starts, byte[] written, int[] writtenStarts, uint[] masks) =>
        (this.letters, this.starts, this.written, this.writtenStarts, this.masks) = (letters, starts, written, writtenStarts, masks);

    public int Count => masks.Length;

    public static Vocabulary Load(Blocks from) => new(from.Next<byte>(), from.Next<int>(), from.Next<byte>(), from.Next<int>(), from.Next<uint>());

    public void Save(Blocks to)
    {
        to.Add(letters);
        to.Add(starts);
        to.Add(written);
        to.Add(writtenStarts);
        to.Add(masks);
    }

    public ReadOnlySpan<byte> this[int number] => letters.AsSpan(starts[number]..starts[number + 1]);

    public string Text(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>As somebody wrote it: "charities" where the term is "charity".</summary>
    public string Written(int number) => Encoding.UTF8.GetString(written, writtenStarts[number], writtenStarts[number + 1] - writtenStarts[number]);

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
        var all = masks;
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
