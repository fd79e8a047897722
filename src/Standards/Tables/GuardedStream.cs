namespace Trellis.Standards.Tables;

/// <summary>Counts what comes out of a packed file and stops it before it fills anything.</summary>
internal sealed class GuardedStream(Stream inner, string fileName, long packedLength, TableLimits limits) : ForwardStream(inner)
{
    private long read;

    public override int Read(Span<byte> buffer)
    {
        var count = Inner.Read(buffer);
        read += count;
        if (read > limits.Bytes)
        {
            throw new UnreadableFileException($"{fileName} is larger than {limits.Bytes >> 20:N0} MB when unpacked; please split it.");
        }

        if (read > limits.BytesBeforeRatio && read > limits.Ratio * Math.Max(packedLength, 1))
        {
            throw new UnreadableFileException($"{fileName} grows to more than {limits.Ratio} times its size when unpacked, which no real data does; it was not read.");
        }

        return count;
    }
}
