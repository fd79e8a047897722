namespace Trellis.Platform.Search;

/// <summary>Numbers one after the other that never change: held in memory, or lying in a file that the system reads as they are looked at.</summary>
internal readonly unsafe struct Block<T>
    where T : unmanaged
{
    private readonly T[]? held;
    private readonly void* mapped;

    public Block(T[] held) => (this.held, Length) = (held, held.Length);

    /// <param name="mapped">Where the numbers lie; must stay there until the process ends.</param>
    public Block(void* mapped, int length)
    {
        this.mapped = mapped;
        Length = length;
    }

    public int Length { get; }

    public ReadOnlySpan<T> Span => held ?? new ReadOnlySpan<T>(mapped, Length);

    public ref readonly T this[int at] => ref Span[at];

    public static implicit operator Block<T>(T[] held) => new(held);
}

internal static class Block
{
    /// <summary>All of them one after the other, and where each begins, with the end of the last behind.</summary>
    public static (T[] All, int[] Starts) Join<T>(IReadOnlyList<T[]> parts)
    {
        var starts = new int[parts.Count + 1];
        for (var at = 0; at < parts.Count; at++)
        {
            starts[at + 1] = starts[at] + parts[at].Length;
        }

        var all = new T[starts[^1]];
        for (var at = 0; at < parts.Count; at++)
        {
            parts[at].CopyTo(all, starts[at]);
        }

        return (all, starts);
    }
}
