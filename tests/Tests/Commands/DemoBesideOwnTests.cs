using Trellis.Platform.Data;
using Trellis.Tests.Durability;
using Trellis.Tests.Support;

namespace Trellis.Tests.Commands;

public sealed class DemoBesideOwnTests
{
    [Fact]
    public async Task The_demo_is_not_loaded_beside_somebodys_own_place()
    {
        using var own = TestDatabase.Create();
        Assert.Equal(0, (await Typed.Command(own, "place", "--new", "Trafford", "--code", "E08000009")).Exit);
        var files = Path.Combine(Repository.Root, "data");
        var port = Child.FreePort();
        using (var child = await Child.Trellis(own, ["serve", "--port", $"{port}", "--files", files]).Ready(port))
        {
            await child.Kill();
        }

        await using (var connection = await new Database(own.Connection).Open(default))
        {
            Assert.Equal((1L, 0L), (await connection.Value<long>("SELECT count(*) FROM platform_place", default), await connection.Value<long>("SELECT count(*) FROM platform_source", default)));
        }

        var asked = await Typed.Command(own, "serve", "--port", $"{port}", "--files", files, "--place", "trafford");
        Assert.Equal((2, "Trafford is here, which is no demo. To see the demo place, start it with another folder: --data DIR."), (asked.Exit, asked.Complained.Trim()));
    }
}
