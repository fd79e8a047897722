namespace Trellis.Tests.Support;

/// <summary>Waits for what the product does by itself after a page has gone out.</summary>
internal static class Soon
{
    public static async Task<T> Until<T>(Func<Task<T?>> look)
        where T : class
    {
        for (var time = 0; time < 600; time++) // long, since on a busy machine a process alone takes ten seconds to start
        {
            if (await look() is { } seen)
            {
                return seen;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("It did not happen within a minute.");
    }
}
