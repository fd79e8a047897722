using Trellis.Platform.Places;

namespace Trellis.Platform.Exchange;

/// <summary>Writes one kind of file out of the place. Each module registers its own: <c>services.AddScoped&lt;Exporter, GrantsExporter&gt;()</c>.</summary>
public abstract class Exporter
{
    /// <summary>The word after <c>trellis export</c>, as in 360giving.</summary>
    public abstract string Format { get; }

    /// <summary>What it is, for a person.</summary>
    public abstract string Title { get; }

    /// <summary>The endings it can write, without the dot, best first.</summary>
    public abstract IReadOnlyList<string> Endings { get; }

    /// <summary>How many records the last file does not have, since a share-alike licence keeps them apart.</summary>
    public long LeftOut { get; protected set; }

    /// <summary>Writes the whole file and returns how many records are in it.</summary>
    /// <param name="ending">One of <see cref="Endings"/>.</param>
    public abstract Task<long> Write(Place place, Stream to, string ending, CancellationToken stop);
}
