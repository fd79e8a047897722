namespace Trellis.Standards.Tables;

/// <summary>How headings compare: without case and without spaces.</summary>
public static class Heading
{
    /// <summary>Two headings are the same when they differ only in case and spaces.</summary>
    public static IEqualityComparer<string> Comparer { get; } = new Loosely();

    private sealed class Loosely : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y)
        {
            if (x is null || y is null)
            {
                return ReferenceEquals(x, y);
            }

            int i = 0, j = 0;
            while (true)
            {
                i = Solid(x, i);
                j = Solid(y, j);
                if (i == x.Length || j == y.Length)
                {
                    return i == x.Length && j == y.Length;
                }

                if (char.ToUpperInvariant(x[i++]) != char.ToUpperInvariant(y[j++]))
                {
                    return false;
                }
            }
        }

        public int GetHashCode(string heading)
        {
            var hash = 17;
            foreach (var letter in heading)
            {
                hash = char.IsWhiteSpace(letter) ? hash : unchecked((hash * 31) + char.ToUpperInvariant(letter));
            }

            return hash;
        }

        private static int Solid(string text, int from)
        {
            while (from < text.Length && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            return from;
        }
    }
}
