using System.Buffers;

namespace Trellis.Platform.Exchange;

/// <summary>Takes what a writer that cannot wait writes, and hands it on when asked: responses may only be written to asynchronously.</summary>
internal sealed class Spill(Stream to) : Stream
{
    private readonly ArrayBufferWriter<byte> held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public async Task HandOn(CancellationToken stop)
    {
        await to.WriteAsync(held.WrittenMemory, stop);
        held.ResetWrittenCount();
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
