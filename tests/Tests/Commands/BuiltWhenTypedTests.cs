using Trellis.Tests.Support;

namespace Trellis.Tests.Commands;

/// <summary>./trellis itself: when it builds, and which of the two programs it runs, the built one or the one compiled ahead.</summary>
public sealed class BuiltWhenTypedTests
{
    private const string Plain = "App/bin/Release/net10.0/trellis.dll", Ahead = "Ahead/bin/trellis.dll";
    private readonly Checkout checkout = new();

    [Fact]
    public async Task It_builds_once_and_hands_on_every_word()
    {
        var first = await checkout.Type("never", "import", "my file.csv");
        var again = await checkout.Type("never");

        Assert.Equal(new(0, $"{Plain} says one to import my file.csv", "Building Trellis …"), first);
        Assert.Equal(new(0, $"{Plain} says one to", ""), again);
        Assert.Equal(["build"], checkout.Asked);
    }

    [Fact]
    public async Task What_is_compiled_ahead_runs_until_a_source_changes()
    {
        await checkout.Type("now");
        var again = await checkout.Type("never");
        checkout.Source("two");
        var changed = await checkout.Type("never");
        var compiled = await checkout.Type("now");

        Assert.Equal($"{Ahead} says one to", again.Said);
        Assert.Equal($"{Plain} says two to", changed.Said);
        Assert.Equal($"{Ahead} says two to", compiled.Said);
        Assert.Equal(["build", "ahead", "build", "ahead"], checkout.Asked);
    }

    [Fact]
    public async Task Whoever_has_just_built_does_not_wait_for_the_compiler()
    {
        checkout.Put("slow", "");
        var first = await checkout.Type("");
        await Soon.Until(() => Task.FromResult(checkout.Asked.Contains("ahead") ? checkout : null));
        var meanwhile = await checkout.Type("");
        checkout.Remove("slow");
        await Soon.Until(() => Task.FromResult(checkout.Has("src/Ahead/bin/made") ? checkout : null));
        var later = await checkout.Type("");

        Assert.Equal([$"{Plain} says one to", $"{Plain} says one to", $"{Ahead} says one to"], [first.Said, meanwhile.Said, later.Said]);
        Assert.Equal(["build", "ahead"], checkout.Asked);
    }

    [Fact]
    public async Task A_build_meanwhile_is_not_mistaken_for_the_one_that_is_compiled()
    {
        checkout.Put("slow", "");
        await checkout.Type("");
        await Soon.Until(() => Task.FromResult(checkout.Asked.Contains("ahead") ? checkout : null));
        checkout.Source("two");
        var changed = await checkout.Type("never");
        checkout.Remove("slow");
        await Soon.Until(() => Task.FromResult(checkout.Has("src/Ahead/bin/made") ? checkout : null));
        var later = await checkout.Type("never");

        Assert.Equal([$"{Plain} says two to", $"{Plain} says two to"], [changed.Said, later.Said]);
    }

    [Fact]
    public async Task What_was_broken_off_is_begun_again()
    {
        checkout.Put("off", "");
        await checkout.Type("");
        await Soon.Until(() => Task.FromResult(checkout.Has("off") ? null : checkout));
        Assert.Equal(["build", "ahead"], checkout.Asked);
        await Soon.Until(async () => (await checkout.Type("")).Said == $"{Ahead} says one to" ? checkout : null);
        Assert.Equal(["build", "ahead", "ahead"], checkout.Asked);
    }

    [Fact]
    public async Task Without_the_compiler_it_runs_as_it_is_and_asks_once()
    {
        checkout.Put("offline", "");
        var first = await checkout.Type("now");
        var again = await checkout.Type("now");

        Assert.Equal(0, first.Exit);
        Assert.EndsWith("is not to be had here; it runs as it is.", first.Complained, StringComparison.Ordinal);
        Assert.Equal(new(0, $"{Plain} says one to", ""), again);
        Assert.Equal(["build", "offline"], checkout.Asked);
    }

    [Fact]
    public async Task A_build_that_fails_says_what_the_compiler_says_and_runs_nothing()
    {
        checkout.Source("wrong");
        var refused = await checkout.Type("never", "serve");

        Assert.Equal(new(2, "", "Building Trellis …\nProgram.cs(1,1): error"), refused);
    }

    [Fact]
    public async Task Two_that_are_typed_at_once_build_once()
    {
        var both = await Task.WhenAll(checkout.Type("never", "a"), checkout.Type("never", "b"));

        Assert.Equal([$"{Plain} says one to a", $"{Plain} says one to b"], both.Select(one => one.Said));
        Assert.Equal(["build"], checkout.Asked);
    }
}
