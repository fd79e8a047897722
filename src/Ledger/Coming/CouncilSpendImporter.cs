using Trellis.Groups.Contract;
using Trellis.Platform.Exchange;
using Trellis.Standards.Spending;
using Trellis.Standards.Tables;

namespace Trellis.Ledger.Coming;

/// <summary>Brings in what a council paid to its suppliers, in the layouts of the Local Government Transparency Code.</summary>
internal sealed class CouncilSpendImporter(Organisations organisations) : Importer
{
    private const int RowsBetweenNews = 10_000;

    public const string Word = "council-spend";

    public override string Format => Word;

    public override string Title => "Payments of a council to its suppliers";

    public override string Called => "A list of payments";

    public override int Order => 30;

    public override int Recognise(IReadOnlyList<string> headings) => PaymentLayout.Recognise(headings);

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        var layout = Layout(run, run.File.Headings)
            ?? throw new FileRefusedException($"{run.File.FileName} has no column for who was paid, when, or how much.");
        if (!layout.Fields.ContainsKey(nameof(Payment.Payer)) && run.Source.Publisher == SourceDetails.NobodyNamed)
        {
            throw new FileRefusedException($"{run.File.FileName} has no column for who paid. Say who made the file (on the command line: --publisher NAME): its payments are then theirs.");
        }

        var headings = run.File.Headings;
        var coming = await PaymentsComing.Begin(run, await organisations.Load(run, stop), stop);
        foreach (var row in run.File.Rows())
        {
            if (row.Number % RowsBetweenNews == 0)
            {
                stop.ThrowIfCancellationRequested();
                run.Progress(row.Number);
            }

            if (!ReferenceEquals(headings, row.Headings))
            {
                (headings, layout) = (row.Headings, Layout(run, row.Headings) ?? layout); // another sheet
            }

            if (Read(run, layout, row) is { } spent && coming.Take(spent, row.Number))
            {
                await coming.Flush(stop);
            }
        }

        await coming.End(organisations, stop);
    }

    private static string? TooLong(in Payment spent) =>
        LongNames.IsTooLong(spent.Payee) ? nameof(Payment.Payee)
        : LongNames.IsTooLong(spent.Payer) ? nameof(Payment.Payer)
        : LongNames.IsTooLong(spent.Category) ? nameof(Payment.Category)
        : LongNames.IsTooLong(spent.CategoryCode) ? nameof(Payment.CategoryCode)
        : null;

    private static PaymentLayout? Layout(ImportRun run, IReadOnlyList<string> headings) => PaymentLayout.For(headings, run.Mapping);

    /// <summary>A row without a name comes in as one; without a day or an amount it cannot.</summary>
    private static Payment? Read(ImportRun run, PaymentLayout layout, Row row)
    {
        var spent = layout.Read(row);
        if (spent.Fault is { } fault)
        {
            run.Refuse(row, spent.FaultHeading, spent.FaultHeading is null ? null : row[spent.FaultHeading], fault);
            return null;
        }

        if (spent.Payer is null && run.Source.Publisher == SourceDetails.NobodyNamed)
        {
            run.Refuse(row, layout.Fields.GetValueOrDefault(nameof(Payment.Payer)), null, "It does not say who paid.");
            return null;
        }

        if (spent.PaidOn is not { Year: >= 1990 and <= 2200 })
        {
            run.Refuse(row, layout.Fields[nameof(Payment.PaidOn)], spent.PaidOn?.ToString("O"), "The day of payment is not in our time.");
            return null;
        }

        if (TooLong(spent) is { } field)
        {
            run.Refuse(row, layout.Fields.GetValueOrDefault(field), null, LongNames.Refusal);
            return null;
        }

        if (spent.PaidOn > DateOnly.FromDateTime(run.Now.UtcDateTime))
        {
            run.Warn(row, layout.Fields[nameof(Payment.PaidOn)], spent.PaidOn?.ToString("O"), "This day is still to come.", "Came in as it stands");
        }

        if (spent.Payee is null)
        {
            run.Warn(row, layout.Fields[nameof(Payment.Payee)], null, "It does not say who was paid.", "Came in without a name");
        }

        return spent;
    }
}
