using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Support.Coming;

/// <summary>What somebody said of a file's columns and words. The next files of the place begin with it, so that nobody says it twice.</summary>
internal sealed record Choices
{
    /// <summary>Instead of a topic, a way or a group: rows with this word stay out.</summary>
    public const string LeaveOut = "leave-out";

    /// <summary>Instead of a person: whoever helped stays as a name.</summary>
    public const string OnlyName = "only-name";

    /// <summary>Addresses stand as they are written, plus signs too, so that erasing somebody finds theirs.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Which field a heading fills, by the heading in small letters and digits; empty where it fills none.</summary>
    public Dictionary<string, string> Columns { get; init; } = [];

    /// <summary>Whether days are written as in America, the month first.</summary>
    public bool MonthFirst { get; set; }

    /// <summary>Whether a bare number is hours.</summary>
    public bool InHours { get; set; }

    /// <summary>The topic, by its id, that each word means.</summary>
    public Dictionary<string, string> Topics { get; init; } = [];

    /// <summary>The way that each word means.</summary>
    public Dictionary<string, string> Ways { get; init; } = [];

    /// <summary>The person, by their id, whom each word means.</summary>
    public Dictionary<string, string> Workers { get; init; } = [];

    /// <summary>The group, by its id, that each name means.</summary>
    public Dictionary<string, string> Groups { get; init; } = [];

    public static Choices Read(string json) => JsonSerializer.Deserialize<Choices>(json, Json) ?? new();

    /// <summary>What was said of several files, the first one first: of what was said of one word twice, the later holds.</summary>
    public static Choices Together(IEnumerable<Choices> said)
    {
        var all = new Choices();
        foreach (var one in said)
        {
            (all.MonthFirst, all.InHours) = (one.MonthFirst, one.InHours);
            foreach (var (into, from) in new[] { (all.Columns, one.Columns), (all.Topics, one.Topics), (all.Ways, one.Ways), (all.Workers, one.Workers), (all.Groups, one.Groups) })
            {
                foreach (var (word, means) in from)
                {
                    into[word] = means;
                }
            }
        }

        return all;
    }

    /// <summary>What of it helps with another file: in another kind of file a heading means another thing.</summary>
    public Choices For(bool isSameKind) => isSameKind ? this : this with { Columns = [] };

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>A word as it is known again: small, with one space between its parts.</summary>
    public static string Key(string? word) => string.Join(' ', (word ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    /// <summary>A heading as it is known again: small letters and digits.</summary>
    public static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
