using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange;

/// <summary>Reads one kind of file into the place. Each module registers its own: <c>services.AddScoped&lt;Importer, GrantsImporter&gt;()</c>.</summary>
public abstract class Importer
{
    /// <summary>The word for <c>--as</c>, as in 360giving or council-spend.</summary>
    public abstract string Format { get; }

    /// <summary>What it is, for a person, as in Grants in the 360Giving standard.</summary>
    public abstract string Title { get; }

    /// <summary>Lower comes first when a place is loaded: areas (10), then groups (20), then money (30).</summary>
    public abstract int Order { get; }

    /// <summary>How sure this importer is, from the headings (or the JSON's member names), that the file is for it: 0 no, 100 certain.</summary>
    public abstract int Recognise(IReadOnlyList<string> headings);

    /// <summary>
    /// Reads the whole file inside the run's transaction, counting every row in <see cref="ImportRun.Report"/>.
    /// Throw <see cref="FileRefusedException"/> where the file as a whole cannot be used; nothing is then kept.
    /// </summary>
    public abstract Task Import(ImportRun run, CancellationToken stop);
}

/// <summary>The file cannot be used at all; the message says why and what to do, in one sentence.</summary>
public sealed class FileRefusedException(string sentence) : Exception(sentence);
