namespace Trellis.Standards.Tables;

/// <summary>A row with its texts kept, for those that are looked at again after the next one is read.</summary>
internal sealed class CopiedRow : Row
{
    private readonly string[] cells;
    private readonly Func<string, int> position;

    public CopiedRow(Row row)
    {
        (Sheet, Number, Headings, Fault) = (row.Sheet, row.Number, row.Headings, row.Fault);
        cells = new string[row.Headings.Count];
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < cells.Length; at++)
        {
            cells[at] = row.Text(at).ToString();
            places.TryAdd(Plain(Headings[at]), at);
        }

        position = heading => places.GetValueOrDefault(Plain(heading), -1);
    }

    public override string? Sheet { get; }

    public override long Number { get; }

    public override IReadOnlyList<string> Headings { get; }

    public override string? Fault { get; }

    public override int Position(string heading) => position(heading);

    public override ReadOnlySpan<char> Text(int position) => position >= 0 && position < cells.Length ? cells[position] : [];

    private static string Plain(string heading) => heading.Replace(" ", "", StringComparison.Ordinal);
}
