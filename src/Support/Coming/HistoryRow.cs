namespace Trellis.Support.Coming;

/// <summary>A row of support history as it was understood.</summary>
internal sealed class HistoryRow(FileRow row) : ComingRow(row)
{
    public DateOnly OnDay { get; set; }

    public bool IsAmbiguous { get; set; }

    public int? Began { get; set; }

    public int? Minutes { get; set; }

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

    public Log.Way? Way { get; set; }

    public Guid? Topic { get; set; }

    public Guid? Person { get; set; }

    /// <summary>By what it is known again when the same file comes a second time.</summary>
    public string Key { get; set; } = "";

    /// <summary>How people find whom a row means: by mail where there is one.</summary>
    public string WorkerWord => WorkerEmail ?? Worker ?? "";
}
