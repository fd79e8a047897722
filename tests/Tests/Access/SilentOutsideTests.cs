using System.Net;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>An outside site that does not answer is given up in its time, which is measured: nothing else may run beside it.</summary>
[Collection(nameof(Alone))]
public sealed class SilentOutsideTests
{
    [Fact]
    public async Task When_it_takes_the_call_and_says_nothing_a_sentence_says_so_within_five_seconds_and_the_site_goes_on()
    {
        await using var alone = new OutsideSignInTests.WithoutOutside();
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, new Uri(alone.Outside).Port);
        silent.Start();
        await alone.Open("/sign-in");
        var began = System.Diagnostics.Stopwatch.StartNew();
        var asked = alone.Open("/sign-in?handler=Outside&back=%2Fme");
        Assert.Equal(200, (await alone.Open("/sign-in")).Status);
        Assert.False(asked.IsCompleted);
        var page = await asked;
        Assert.InRange(began.Elapsed.TotalSeconds, 3, 6);
        Assert.Equal((422, "Harbour does not answer at the moment. Have a code sent to you instead."), (page.Status, Assert.Single(page.Problems)));
    }
}
