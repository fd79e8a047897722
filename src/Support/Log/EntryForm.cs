namespace Trellis.Support.Log;

/// <summary>An entry of the support log as it is typed.</summary>
internal sealed class EntryForm
{
    /// <summary>Given with the empty form: whoever presses twice has written one entry.</summary>
    public Guid Ticket { get; set; }

    /// <summary>The groups it is about, by the last part of their address.</summary>
    public List<string> Groups { get; set; } = [];

    public string? Minutes { get; set; }

    public string? Way { get; set; }

    public string? Topic { get; set; }

    public string? Done { get; set; }

    public string? NextStep { get; set; }

    public string? NextOn { get; set; }

    /// <summary>The day of the help; empty for today.</summary>
    public string? OnDay { get; set; }

    /// <summary>When it began, as in 14:30; empty where that does not matter.</summary>
    public string? Began { get; set; }

    public bool IsShared { get; set; }

    /// <summary>The enquiry that it answers.</summary>
    public Guid? Enquiry { get; set; }

    /// <summary>Whoever logs has been told that it overlaps with another, and says that it is right.</summary>
    public bool Overlaps { get; set; }
}
