namespace Trellis.Standards.Tables;

/// <summary>A stream whose first bytes have been looked at and are still to be read.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly byte[] head;
    private int taken;

    public PeekedStream(Stream inner, int length)
        : base(inner)
    {
        var buffer = new byte[length];
        head = buffer[..inner.ReadAtLeast(buffer, length, throwOnEndOfStream: false)];
    }

    /// <summary>The first bytes of the stream.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <summary>Those of them that are still to be read.</summary>
    public ReadOnlySpan<byte> Ahead => head.AsSpan(taken);

    /// <summary>Passes over bytes of the head.</summary>
    public void Skip(int count) => taken += count;

    public override int Read(Span<byte> buffer)
    {
        if (taken == head.Length)
        {
            return Inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, head.Length - taken);
        head.AsSpan(taken, count).CopyTo(buffer);
        taken += count;
        return count;
    }
}
