namespace Trellis.Support.Coming;

/// <summary>Guesses what the columns of a file hold: as the place said before, otherwise by their headings.</summary>
internal static class GuessColumns
{
    /// <param name="table">The file.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="before">What was said of the place's files until now.</param>
    public static Choices For(FileTable table, ArrivalKind kind, Choices before)
    {
        var columns = new Dictionary<string, string>();
        foreach (var heading in table.Headings.Select(Choices.Plain).Where(heading => before.Columns.ContainsKey(heading)))
        {
            columns[heading] = before.Columns[heading];
        }

        var plain = table.Headings.Select(Choices.Plain).Where(heading => !columns.ContainsKey(heading)).Distinct().ToList();
        foreach (var field in FileField.Of(kind))
        {
            var fitting = field.Headings.Where(plain.Contains).ToList();
            foreach (var heading in field.MayRepeat ? fitting : columns.ContainsValue(field.Key) ? [] : fitting.Take(1))
            {
                columns[heading] = field.Key;
                plain.Remove(heading);
            }
        }

        var said = before with { Columns = columns };
        said.MonthFirst = ReadDay.LooksMonthFirst(said.Cells(table, HistoryField.Date));
        said.InHours = said.HeadingsOf(table, HistoryField.Time).Any(heading => heading.Contains("hour", StringComparison.OrdinalIgnoreCase) || heading.Contains("hrs", StringComparison.OrdinalIgnoreCase));
        return said;
    }

    /// <summary>The headings that fill a field, in the order of the file.</summary>
    public static IEnumerable<string> HeadingsOf(this Choices said, FileTable table, string field) =>
        table.Headings.Where(heading => said.Columns.GetValueOrDefault(Choices.Plain(heading)) == field);

    private static IEnumerable<string?> Cells(this Choices said, FileTable table, string field)
    {
        var at = table.Headings.ToList().FindIndex(heading => said.Columns.GetValueOrDefault(Choices.Plain(heading)) == field);
        return at < 0 ? [] : table.Rows.Select(row => row.Cells[at]);
    }
}
