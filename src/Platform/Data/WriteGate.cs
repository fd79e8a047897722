namespace Trellis.Platform.Data;

/// <summary>One writer at a time in this process, in the order they asked. PostgreSQL has no need of it.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim turns = new(1, 1);

    /// <summary>Waits for this caller's turn; dispose what comes back to let the next one in.</summary>
    public async Task<IDisposable> Enter(CancellationToken stop)
    {
        await turns.WaitAsync(stop);
        return new Turn(turns);
    }

    public void Dispose() => turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                turns.Release();
            }
        }
    }
}
