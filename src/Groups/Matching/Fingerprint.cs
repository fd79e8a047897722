namespace Trellis.Groups.Matching;

/// <summary>64 bits that stand for a text in tables of hundreds of thousands, where the texts themselves would fill the memory (FNV-1a).</summary>
internal static class Fingerprint
{
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var print = 14695981039346656037UL;
        foreach (var sign in text)
        {
            print = (print ^ sign) * 1099511628211UL;
        }

        return print ^ (print >> 29);
    }
}
