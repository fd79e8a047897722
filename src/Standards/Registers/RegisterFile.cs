using Trellis.Standards.Organisations;
using Trellis.Standards.Tables;

namespace Trellis.Standards.Registers;

/// <summary>Reads bodies from the files of the British registers.</summary>
/// <remarks>
/// Sources: the Charity Commission's register extract (JSON, or text with tabs, in ZIP), the Scottish and Northern Irish registers' CSV,
/// Companies House's basic company data, and HMRC's list of community amateur sports clubs as kept by 360Giving.
/// </remarks>
public static class RegisterFile
{
    /// <summary>The register a file with these headings is of; null where it is of none.</summary>
    public static Register? Recognise(IReadOnlyList<string> headings) => Columns(headings)?.Register;

    /// <summary>Whether these are the headings of the Charity Commission's table charity_other_names.</summary>
    public static bool HoldsOtherNames(IReadOnlyList<string> headings) =>
        headings.Contains("charity_name_type", Heading.Comparer) && headings.Contains("registered_charity_number", Heading.Comparer);

    /// <summary>All bodies of a file, one for each row, with the row's number.</summary>
    /// <exception cref="UnreadableFileException">The file is of no register known, or is broken further down.</exception>
    public static IEnumerable<(long Row, RegisteredBody Body)> Read(TableFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var columns = Columns(file.Headings) ?? throw new UnreadableFileException($"{file.FileName} has not the columns of a register that we know.");
        return file.Rows().Select(row => (row.Number, new RegisterRow(row, columns).Body()));
    }

    /// <summary>Reads row by row, for a caller that needs the row itself as well; null where the headings are of no register.</summary>
    public static Func<Row, RegisteredBody>? Reader(IReadOnlyList<string> headings) =>
        Columns(headings) is { } columns ? row => new RegisterRow(row, columns).Body() : null;

    /// <summary>All names of the table charity_other_names, one for each row, with the row's number.</summary>
    /// <exception cref="UnreadableFileException">The file is not that table, or is broken further down.</exception>
    public static IEnumerable<(long Row, OtherName Name)> ReadOtherNames(TableFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return HoldsOtherNames(file.Headings)
            ? file.Rows().Select(row => (row.Number, Other(row)))
            : throw new UnreadableFileException($"{file.FileName} has not the columns of the table charity_other_names.");
    }

    private static OtherName Other(Row row) => new(
        RegisterRow.Charity(row["registered_charity_number"], row["linked_charity_number"]).Value,
        row["charity_name"],
        row["charity_name_type"]?.StartsWith("Previous", StringComparison.OrdinalIgnoreCase) ?? false,
        row["charity_name_id"]);

    private static RegisterColumns? Columns(IReadOnlyList<string> headings) =>
        HoldsOtherNames(headings) ? null : RegisterColumns.All.FirstOrDefault(c =>
            headings.Contains(c.Number, Heading.Comparer) && headings.Contains(c.Name, Heading.Comparer)
            && (c.Register != Register.SportsClubs || (headings.Count <= 6 && headings.Contains("active", Heading.Comparer))));
}
