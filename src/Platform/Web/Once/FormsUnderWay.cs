namespace Trellis.Platform.Web.Once;

/// <summary>The forms that this process is working on or has done of late, so that a button pressed twice is answered as if it were pressed once.</summary>
internal sealed class FormsUnderWay(TimeProvider clock)
{
    /// <summary>How many that are done are remembered, whoever sends how many: a few megabytes.</summary>
    public const int Most = 10_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, Form> forms = new(StringComparer.Ordinal);
    private readonly Queue<Form> done = new();

    internal sealed class Form(string hash)
    {
        public string Hash => hash;

        public SemaphoreSlim Turn { get; } = new(1);

        /// <summary>How many requests with this form are at work or wait for their turn.</summary>
        public int Hands { get; set; }

        /// <summary>Where whoever sent it was led to; null while it is not done.</summary>
        public string? LedTo { get; set; }

        /// <summary>When it was found to be done; null before.</summary>
        public DateTimeOffset? DoneAt { get; set; }
    }

    public int Count
    {
        get
        {
            lock (forms)
            {
                return forms.Count;
            }
        }
    }

    /// <summary>The form with this hash, to be given back by <see cref="Leave"/>.</summary>
    public Form Take(string hash)
    {
        lock (forms)
        {
            Forget();
            if (!forms.TryGetValue(hash, out var form))
            {
                forms[hash] = form = new(hash);
            }

            form.Hands++;
            return form;
        }
    }

    /// <summary>What did nothing is forgotten with the last request that brought it: anybody can send any number of such forms.</summary>
    public void Leave(Form form)
    {
        lock (forms)
        {
            form.Hands--;
            if (form.LedTo is null && form.Hands == 0)
            {
                forms.Remove(form.Hash);
            }
            else if (form.LedTo is not null && form.DoneAt is null)
            {
                form.DoneAt = clock.GetUtcNow();
                done.Enqueue(form);
                Forget();
            }
        }
    }

    private void Forget()
    {
        var before = clock.GetUtcNow() - Remembered;
        while (done.TryPeek(out var oldest) && (done.Count > Most || oldest.DoneAt < before))
        {
            forms.Remove(done.Dequeue().Hash);
        }
    }
}
