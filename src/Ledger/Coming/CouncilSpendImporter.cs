using Trellis.Groups.Contract;
using Trellis.Platform.Exchange;

namespace Trellis.Ledger.Coming;

/// <summary>Brings in what a council paid to its suppliers, in the layouts of the Local Government Transparency Code.</summary>
internal sealed class CouncilSpendImporter(Organisations organisations) : Importer
{
    private const int RowsBetweenNews = 10_000;

    public override string Format => "council-spend";

    public override string Title => "Payments of a council to its suppliers";

    public override int Order => 30;

    public override int Recognise(IReadOnlyList<string> headings) => SpendingColumns.Recognise(headings);

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var coming = await PaymentsComing.Begin(run, await organisations.Load(run, stop), stop);
        var rows = new SpendingRows(run);
        foreach (var row in run.File.Rows())
        {
            if (row.Number % RowsBetweenNews == 0)
            {
                stop.ThrowIfCancellationRequested();
                run.Progress(row.Number);
            }

            if (rows.Read(row) is { } paid && coming.Take(paid, row.Number))
            {
                await coming.Flush(stop);
            }
        }

        await coming.End(organisations, stop);
    }
}
