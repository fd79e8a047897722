namespace Trellis.Browser;

internal static class Width
{
    /// <summary>Nothing stands out at the side.</summary>
    public static async Task Fits(this IPage page) => Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
}
