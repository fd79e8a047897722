namespace Trellis.Reports.Returns;

internal static class RecordText
{
    /// <summary>What a record says in one line.</summary>
    public static string Of(BehindRecord record) => string.Join("; ", record.Words.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}")
        .Concat(record.Numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value:N0}")));
}
