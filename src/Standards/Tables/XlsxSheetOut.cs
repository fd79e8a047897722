namespace Trellis.Standards.Tables;

/// <summary>A sheet to be written into a workbook.</summary>
/// <param name="Name">Characters a sheet's name may not have are left out, and it ends after 31.</param>
/// <param name="Headings">The heading row.</param>
/// <param name="Rows">Cells as in <see cref="XlsxOut"/>; read once, when the sheets before it are written.</param>
public sealed record XlsxSheetOut(string Name, IReadOnlyList<string> Headings, IAsyncEnumerable<IReadOnlyList<object?>> Rows);
