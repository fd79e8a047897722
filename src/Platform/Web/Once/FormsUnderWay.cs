using System.Collections.Concurrent;

namespace Trellis.Platform.Web.Once;

/// <summary>The forms that this process is working on or has done of late, so that a button pressed twice is answered as if it were pressed once.</summary>
internal sealed class FormsUnderWay(TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Form> forms = new(StringComparer.Ordinal);
    private long swept;

    internal sealed class Form(DateTimeOffset at)
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset At { get; } = at;

        /// <summary>Where whoever sent it was led to; null while it is not done.</summary>
        public string? LedTo { get; set; }
    }

    public Form Of(string hash)
    {
        var now = clock.GetUtcNow();
        Sweep(now);
        return forms.GetOrAdd(hash, _ => new(now));
    }

    private void Sweep(DateTimeOffset now)
    {
        var last = Interlocked.Read(ref swept);
        if (now.UtcTicks - last < TimeSpan.TicksPerMinute || Interlocked.CompareExchange(ref swept, now.UtcTicks, last) != last)
        {
            return;
        }

        foreach (var (hash, form) in forms)
        {
            if (now - form.At > Remembered)
            {
                forms.TryRemove(hash, out _);
            }
        }
    }
}
