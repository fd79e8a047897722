using Trellis.Platform.Data;
using Trellis.Platform.Events;

namespace Trellis.Tests.Jobs;

/// <summary>A process that holds a job's lease for as long as it lives.</summary>
public sealed class HeldLease
{
    public const string Connection = "TRELLIS_HELD_CONNECTION";
    public const string Marker = "TRELLIS_HELD_MARKER";

    [Fact(Explicit = true)]
    public async Task Hold_until_killed()
    {
        using var database = new Database(Environment.GetEnvironmentVariable(Connection)!);
        using var gate = new WriteGate();
        await new Leases(database, gate, TimeProvider.System).While("job counting", TimeSpan.FromSeconds(2), async stop =>
        {
            await File.WriteAllTextAsync(Environment.GetEnvironmentVariable(Marker)!, "held", stop);
            await Task.Delay(TimeSpan.FromMinutes(2), stop);
        }, default);
    }
}
