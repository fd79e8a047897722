namespace Trellis.Support.Coming;

/// <summary>A record that a file brought and that somebody has changed since.</summary>
/// <param name="Url">Where it stands.</param>
internal sealed record ChangedSince(string Url, string Title, string Words);

/// <summary>One kind of file out of another system: how its rows are understood, what they become, and how that is taken back.</summary>
internal interface IFileKind
{
    ArrivalKind Kind { get; }

    /// <summary>Finds the groups and words of the rows, and says what becomes of each; keeps nothing.</summary>
    Task<Looked> Look(Arrival arrival, FileTable table, Choices said, CancellationToken stop);

    /// <summary>Writes what comes in; returns how many records that made.</summary>
    Task<int> Write(Arrival arrival, Looked looked, CancellationToken stop);

    /// <summary>Removes what the file brought and nobody has changed; returns how many records went.</summary>
    Task<int> TakeBack(Arrival arrival, CancellationToken stop);

    /// <summary>How many records of the file are there now.</summary>
    Task<int> StillThere(Arrival arrival, CancellationToken stop);

    /// <summary>The first so many records that somebody has changed since.</summary>
    Task<IReadOnlyList<ChangedSince>> Changed(Arrival arrival, int most, CancellationToken stop);
}

/// <summary>All kinds of files that can come.</summary>
internal sealed class FileKinds(IEnumerable<IFileKind> all)
{
    public IFileKind Of(Arrival arrival) => all.Single(one => one.Kind == arrival.Kind);
}
