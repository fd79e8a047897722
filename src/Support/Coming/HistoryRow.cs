using Trellis.Groups.Contract;

namespace Trellis.Support.Coming;

/// <summary>What becomes of a row.</summary>
internal enum Fate
{
    ComesIn,

    /// <summary>The log has it already.</summary>
    IsHere,

    /// <summary>Somebody must first say which group or topic is meant.</summary>
    Waits,

    /// <summary>Somebody said that rows like it stay out.</summary>
    LeftOut,
    Refused,
}

/// <summary>A group as a row names it.</summary>
internal sealed record AskedGroup(string Name, string? Number, string? Postcode)
{
    /// <summary>By what the answer is remembered.</summary>
    public string Key { get; } = Choices.Key(string.Join(" | ", new[] { Name, Number, Postcode }.OfType<string>()));
}

/// <summary>A row of support history as it was understood.</summary>
internal sealed class HistoryRow(FileRow row)
{
    public FileRow Row => row;

    /// <summary>Why it cannot be taken, in one sentence.</summary>
    public string? Fault { get; set; }

    /// <summary>What was left away or cut, a sentence each.</summary>
    public List<string> Notes { get; } = [];

    public DateOnly OnDay { get; set; }

    public bool IsAmbiguous { get; set; }

    public int? Began { get; set; }

    public int? Minutes { get; set; }

    public IReadOnlyList<AskedGroup> Asked { get; set; } = [];

    /// <summary>How the file names who helped.</summary>
    public string? Worker { get; set; }

    public string? WorkerEmail { get; set; }

    public string WayWord { get; set; } = "";

    public string TopicWord { get; set; } = "";

    public string Done { get; set; } = "";

    public string? Next { get; set; }

    public DateOnly? NextOn { get; set; }

    public bool IsShared { get; set; }

    public string? Reference { get; set; }

    public Fate Fate { get; set; } = Fate.Waits;

    /// <summary>The groups that are meant, once that is known.</summary>
    public IReadOnlyList<OrganisationSummary> Groups { get; set; } = [];

    public Log.Way? Way { get; set; }

    public Guid? Topic { get; set; }

    public Guid? Person { get; set; }

    /// <summary>By what it is known again when the same file comes a second time.</summary>
    public string Key { get; set; } = "";

    /// <summary>How people find whom a row means: by mail where there is one.</summary>
    public string WorkerWord => WorkerEmail ?? Worker ?? "";
}
