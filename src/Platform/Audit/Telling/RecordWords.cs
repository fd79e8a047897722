using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Audit;

/// <summary>What the history says of one kind of audited record: a sentence for each thing that can be done to it, a word for each of its fields.</summary>
/// <remarks>In a sentence {0} is whoever did it and {1} the fields. Each part says it for its own records; a guard names what has no word.</remarks>
/// <param name="Kind">The noun, as in Appointment.</param>
public sealed record RecordWords(string Kind)
{
    public required string Added { get; init; }

    public string Changed { get; init; } = "{0} changed {1}.";

    public required string Removed { get; init; }

    public string Read { get; init; } = "{0} looked at it.";

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Where this field is among those that changed, the sentence that takes the place of the usual one.</summary>
    public IReadOnlyDictionary<string, string> Instead { get; init; } = new Dictionary<string, string>();

    /// <summary>It says something of people: why it was done is only for those who may see names.</summary>
    public bool IsAboutPeople { get; init; }

    /// <summary>Told to the person themselves and to nobody else.</summary>
    public bool IsOwn { get; init; }

    /// <summary>That there is such a record is nobody's business but of those who keep it, and of whoever did something with it.</summary>
    public bool IsConfidential { get; init; }
}

/// <summary>The words of all parts.</summary>
public sealed class HistoryWords(IEnumerable<RecordWords> words)
{
    private readonly FrozenDictionary<string, RecordWords> byKind = words.ToFrozenDictionary(one => one.Kind);

    /// <summary>Null where no part has a word for it.</summary>
    public RecordWords? Of(string kind) => byKind.GetValueOrDefault(kind);

    /// <summary>The kinds that are left out of a history that is not one's own.</summary>
    public IReadOnlyList<string> Hidden { get; } = [.. words.Where(one => one.IsOwn || one.IsConfidential).Select(one => one.Kind)];

    /// <summary>The kinds of records that only few may see.</summary>
    public IReadOnlyList<string> Confidential { get; } = [.. words.Where(one => one.IsConfidential).Select(one => one.Kind)];

    /// <summary>What has no word yet, one sentence each.</summary>
    /// <param name="audited">Each kind of audited record with the fields that can change.</param>
    public IEnumerable<string> Gaps(IReadOnlyDictionary<string, IReadOnlyList<string>> audited) =>
        from pair in audited
        from gap in Of(pair.Key) is { } found
            ? pair.Value.Except(found.Fields.Keys).Except(found.Instead.Keys).Select(field => $"The history has no word for {pair.Key}.{field}.")
            : [$"The history has no words for {pair.Key}."]
        select gap;
}

public static class HistoryWordings
{
    /// <summary>Adds a part's words to the history.</summary>
    public static void AddHistoryWords(this IServiceCollection services, params IReadOnlyList<RecordWords> words)
    {
        foreach (var one in words)
        {
            services.AddSingleton(one);
        }
    }
}
