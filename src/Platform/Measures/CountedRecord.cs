using Trellis.Platform.Places;

namespace Trellis.Platform.Measures;

/// <summary>One record that reports count: an entry of support, a booking that was kept, an assessment that was finished. A value; it says no more than a report may show.</summary>
/// <param name="Id">The record's own id, the same each time it is read.</param>
/// <param name="On">The day by which it falls into a period.</param>
/// <param name="Title">What it is in a few words, for the list behind a figure.</param>
public sealed record CountedRecord(Guid Id, DateOnly On, string Title)
{
    /// <summary>The page that shows it; null where nobody may open it one by one.</summary>
    public string? Url { get; init; }

    /// <summary>The organisations it is about; empty where there is none, or it must not be said.</summary>
    public IReadOnlyList<Guid> Groups { get; init; } = [];

    /// <summary>By what it can be counted apart, as in way = Phone; what is not known is left out.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = Nothing<string>.Known;

    /// <summary>What can be summed of it, as in minutes = 12; what is not known is left out, which is not nought.</summary>
    public IReadOnlyDictionary<string, long> Numbers { get; init; } = Nothing<long>.Known;

    private static class Nothing<T>
    {
        public static readonly IReadOnlyDictionary<string, T> Known = new Dictionary<string, T>();
    }
}

/// <summary>A kind of record that a part gives to reports. Register with <c>services.AddScoped&lt;IRecords, EntryRecords&gt;()</c>.</summary>
/// <remarks>Reports collect them and do not know the parts; a part that gives none is not counted, and may not be read in any other way.</remarks>
public interface IRecords
{
    /// <summary>Its stable name in definitions, as in support-entries.</summary>
    string Kind { get; }

    /// <summary>As in Entries of the support log.</summary>
    string Title { get; }

    /// <summary>What is one and what is not, in a sentence or two.</summary>
    string Definition { get; }

    /// <summary>The words its records may carry, each with its title: way, How help was given.</summary>
    IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>The numbers its records may carry, each with its title: minutes, Minutes.</summary>
    IReadOnlyDictionary<string, string> Numbers { get; }

    /// <summary>All records of the place that fall on a day from the first to the last, both counted, by day and id.</summary>
    Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop);
}
