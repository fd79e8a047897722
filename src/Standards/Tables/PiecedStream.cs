namespace Trellis.Standards.Tables;

/// <summary>Takes what a synchronous writer writes and passes it on asynchronously, because a web response refuses synchronous writes.</summary>
internal sealed class PiecedStream(Stream target) : Stream
{
    private readonly MemoryStream held = new();
    private long passed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => passed + held.Length; set => throw new NotSupportedException(); }

    /// <summary>Sends on what is held.</summary>
    public async Task Pass(CancellationToken stop)
    {
        await target.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), stop);
        passed += held.Length;
        held.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
