using Trellis.Groups.Record;

namespace Trellis.Groups.Intake;

/// <summary>What has been decided about the last rows and waits to be written together.</summary>
internal sealed class Batch
{
    public const int Full = 2_000;

    public List<RecordToWrite> NewRecords { get; } = [];

    public List<RecordToWrite> ChangedRecords { get; } = [];

    /// <summary>Organisations that these rows make, with what the rows say of each.</summary>
    public Dictionary<Guid, List<Told>> Made { get; } = [];

    /// <summary>Organisations known before, of which something new is said.</summary>
    public HashSet<Guid> Touched { get; } = [];

    public List<Likeness> Likenesses { get; } = [];

    public int Count => NewRecords.Count + ChangedRecords.Count;

    public void Clear()
    {
        NewRecords.Clear();
        ChangedRecords.Clear();
        Made.Clear();
        Touched.Clear();
        Likenesses.Clear();
    }
}
