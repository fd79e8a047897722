using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Returns;

/// <summary>The records of each kind, read once for as many returns as are computed together.</summary>
internal sealed class ReadRecords(RecordKinds kinds)
{
    /// <summary>Nothing that is counted is older.</summary>
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private readonly Dictionary<(Guid, string), (DateOnly Until, IReadOnlyList<CountedRecord> Records)> known = [];

    /// <summary>All of the kind up to a day; empty where no part gives such records.</summary>
    public async Task<IReadOnlyList<CountedRecord>> UpTo(Place place, string kind, DateOnly last, CancellationToken stop)
    {
        if (known.TryGetValue((place.Id, kind), out var had) && had.Until >= last)
        {
            return had.Records;
        }

        var records = kinds.Find(kind) is { } given ? await given.Read(place, Earliest, last, stop) : [];
        known[(place.Id, kind)] = (last, records);
        return records;
    }
}
