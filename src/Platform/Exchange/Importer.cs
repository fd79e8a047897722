using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange;

/// <summary>Reads one kind of file into the place. Each module registers its own: <c>services.AddScoped&lt;Importer, GrantsImporter&gt;()</c>.</summary>
public abstract class Importer
{
    /// <summary>The word for <c>--as</c>, as in 360giving or council-spend.</summary>
    public abstract string Format { get; }

    /// <summary>What it is, for a person, as in Grants in the 360Giving standard.</summary>
    public abstract string Title { get; }

    /// <summary>What a list is called that nobody gave a title, as in A list of payments.</summary>
    public virtual string Called => Title;

    /// <summary>Lower comes first when a place is loaded: areas (10), then groups (20), then money (30).</summary>
    public abstract int Order { get; }

    /// <summary>It brings areas or figures about them, which the installation is set up with.</summary>
    internal bool IsOfAreas => Order < 20;

    /// <summary>What a person may say of a column; empty where the layout is fixed.</summary>
    public virtual IReadOnlyList<ImportField> ColumnFields => [];

    /// <summary>What a person may say of the file as a whole.</summary>
    public virtual IReadOnlyList<ImportOption> Options => [];

    /// <summary>The answers to what a mapping leaves open and must not stay so.</summary>
    internal IEnumerable<KeyValuePair<string, string>> UsualAnswers(IReadOnlyDictionary<string, string> mapping) => MappingSaid.LeftOpen(mapping, this).Select(option => KeyValuePair.Create(option.Name, option.Usual!));

    /// <summary>How sure this importer is, from the headings (or the JSON's member names), that the file is for it: 0 no, 100 certain.</summary>
    public abstract int Recognise(IReadOnlyList<string> headings);

    /// <summary>The one among some that is surest of a file with these headings; null where none knows it.</summary>
    public static Importer? Surest(IEnumerable<Importer> importers, IReadOnlyList<string> headings) =>
        importers.Select(importer => (importer, sure: importer.Recognise(headings))).Where(candidate => candidate.sure > 0).OrderByDescending(candidate => candidate.sure).FirstOrDefault().importer;

    /// <summary>
    /// Reads the whole file inside the run's transaction, counting every row in <see cref="ImportRun.Report"/>.
    /// Throw <see cref="FileRefusedException"/> where the file as a whole cannot be used; nothing is then kept.
    /// </summary>
    public abstract Task Import(ImportRun run, CancellationToken stop);
}

/// <summary>The file cannot be used at all; the message says why and what to do, in one sentence.</summary>
public sealed class FileRefusedException(string sentence) : Exception(sentence);
