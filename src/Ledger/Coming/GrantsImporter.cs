using Trellis.Groups.Contract;
using Trellis.Platform.Exchange;

namespace Trellis.Ledger.Coming;

/// <summary>Brings in the grants of funders, in the 360Giving standard.</summary>
internal sealed class GrantsImporter(Organisations organisations) : Importer
{
    private const int RowsBetweenNews = 1000;

    public override string Format => "360giving";

    public override string Title => "Grants in the 360Giving standard";

    public override int Order => 30;

    public override int Recognise(IReadOnlyList<string> headings) => GrantFields.Recognise(headings);

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var coming = await GrantsComing.Begin(run, stop);
        var rows = new GrantRows(run);
        foreach (var row in run.File.Rows())
        {
            if (row.Number % RowsBetweenNews == 0)
            {
                stop.ThrowIfCancellationRequested();
                run.Progress(row.Number);
            }

            if (rows.Read(row) is { } grant)
            {
                await coming.Take(grant, row, stop);
            }
        }

        await coming.End(organisations, stop);
    }
}
