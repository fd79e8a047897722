using Deque.AxeCore.Playwright;
using Trellis.Browser.StoredText;

namespace Trellis.Browser;

/// <summary>The same rules as for everybody's pages on those that people see once they are signed in, with records of every sort in them, in the worst words.</summary>
[Collection(nameof(PoisonedSite))]
public sealed class AccessSignedIn(PoisonedSite site, ITestOutputHelper output) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await site.Ready();

    public ValueTask DisposeAsync() => default;

    private const int FewestKinds = 80;
    private static readonly Sample[] Looking = [Sample.Worker, Sample.Lead, Sample.Administrator, Sample.Manager, Sample.Confidant];

    [Fact(Explicit = true)]
    public async Task No_page_has_a_fault_and_none_scrolls_sideways()
    {
        var (faults, kinds) = (new List<string>(), new HashSet<string>());
        foreach (var person in Looking)
        {
            var page = await site.NewPage();
            await person.SignIn(page);
            await new Walk(url => Open(page, person, url, kinds, faults), ofEachKind: 1).From("/", "/me", "/work", "/groups?q=made+up+for+the+demo");
            await page.Context.DisposeAsync();
        }

        output.WriteLine($"{kinds.Count} kinds of page: {string.Join(" ", kinds)}");
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.True(kinds.Count >= FewestKinds, "Too few kinds of page were found to have looked at everything.");
    }

    /// <summary>A page that an earlier person saw is only walked through, unless it is about them.</summary>
    private static async Task<IEnumerable<string>?> Open(IPage page, Sample person, string url, HashSet<string> kinds, List<string> faults)
    {
        if (url.StartsWith("/money", StringComparison.Ordinal))
        {
            return null; // everybody's pages are looked at without signing in
        }

        if (await Walk.Goto(page, url) is null)
        {
            return null;
        }

        var links = await Walk.Links(page);
        if (kinds.Add(url is "/work" or "/me" ? $"{url} of {person.Role}" : Walk.Kind(url)))
        {
            faults.AddRange((await Look(page, 320, ColorScheme.Light)).Concat(await Look(page, 1280, ColorScheme.Dark)).Select(fault => $"{person.Role} {url} {fault}"));
        }

        return links;
    }

    /// <summary>Narrow in the light and wide in the dark: each once, so that it is over in good time.</summary>
    private static async Task<IEnumerable<string>> Look(IPage page, int width, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var found = (await page.RunAxe(AccessForAll.Rules)).Violations.Select(violation => $"at {width} {scheme}: {AccessForAll.Say(violation)}");
        return sideways > 0 ? found.Prepend($"at {width}: {sideways} pixels to scroll sideways") : found;
    }
}
