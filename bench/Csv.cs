namespace Trellis.Bench;

/// <summary>How a text stands in a file of comma-separated values.</summary>
internal static class Csv
{
    public static string Quoted(string text) => text.AsSpan().ContainsAny("\",\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
