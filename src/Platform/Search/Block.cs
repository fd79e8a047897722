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
