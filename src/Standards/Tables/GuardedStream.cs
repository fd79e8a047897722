namespace Trellis.Standards.Tables;

/// <summary>Counts what comes out of a packed file and stops it before it fills anything.</summary>
/// <param name="inner">The unpacking stream.</param>
/// <param name="fileName">For the sentences.</param>
/// <param name="packedLength">Bytes before unpacking.</param>
/// <param name="saidLength">Bytes after unpacking as the packed file itself says, or its last 32 bits; fewer mean that it was cut off, which the unpacking stream does not tell.</param>
/// <param name="limits">How much is allowed.</param>
internal sealed class GuardedStream(Stream inner, string fileName, long packedLength, long saidLength, TableLimits limits) : ForwardStream(inner)
{
    /// <summary>A character of a sheet may be written in several bytes, and has its cell's marks around it.</summary>
    private const int BytesOfCharacter = 4;

    private long read;
    private long begun = -1;

    /// <summary>Begins a row of a sheet or a text, which is held as a whole and so may not be endless.</summary>
    public void Begin() => begun = read;

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

        if (begun >= 0 && read - begun > (long)limits.RowLength * BytesOfCharacter)
        {
            throw new UnreadableFileException($"{fileName} holds a row or a text of more than {limits.RowLength:N0} characters; the file was not read further.");
        }

        return count > 0 || buffer.IsEmpty || (uint)read == (uint)saidLength
            ? count
            : throw new UnreadableFileException($"{fileName} is broken or was cut off while it was copied; please fetch it again.");
    }
}
