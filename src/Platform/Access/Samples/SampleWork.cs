using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>What a part makes up for the demo's people to work with, when the first of them is met and not before. Register with <c>services.AddSingleton(new SampleWork(…))</c>.</summary>
/// <param name="Order">Lower comes first: 10 sample groups, 20 help they had, and what rests on it later.</param>
/// <param name="Make">Makes it. What is there already stays: after a failure it is called again.</param>
public sealed record SampleWork(int Order, Func<IServiceProvider, Place, CancellationToken, Task> Make);

/// <summary>Has each part make up its work once in a place.</summary>
internal sealed class MakeSampleWork(IEnumerable<SampleWork> work, Stamps stamps, Database database) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task Handle(Place place, IServiceProvider request, CancellationToken stop)
    {
        var done = "samples-" + place.Id.ToString("n");
        await turn.WaitAsync(stop);
        try
        {
            if (await stamps.Read(done, stop) > 0)
            {
                return;
            }

            foreach (var one in work.OrderBy(one => one.Order))
            {
                await one.Make(request, place, stop);
            }

            await using var connection = await database.Open(stop);
            await Stamps.Raise(connection, done, stop);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
