using Trellis.Platform.Places;

namespace Trellis.Platform.Measures;

/// <summary>What a module has, counted for the home page; each count opens to the list of what was counted.</summary>
/// <remarks>Register with <c>services.AddScoped&lt;ICounts, GroupCounts&gt;()</c>.</remarks>
public interface ICounts
{
    /// <summary>Lower comes first.</summary>
    int Order { get; }

    Task<IReadOnlyList<Count>> Read(Place place, CancellationToken stop);
}

/// <summary>One figure of the home page.</summary>
/// <param name="Key">Its stable name, as in charities.</param>
/// <param name="Title">What was counted, as in registered charities.</param>
/// <param name="Text">The number as people read it, as in 736 or £2.4 million.</param>
/// <param name="Url">The list of what was counted.</param>
/// <param name="Note">What it leaves out, or of when it is.</param>
public sealed record Count(string Key, string Title, string Text, string Url, string? Note = null);
