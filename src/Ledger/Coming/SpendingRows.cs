using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;
using Trellis.Standards.Values;

namespace Trellis.Ledger.Coming;

/// <summary>Reads payments from the rows of a spending file. A row without payee comes in as one; without a day or an amount it cannot.</summary>
internal sealed class SpendingRows(ImportRun run)
{
    private IReadOnlyList<string>? headings;
    private SpendingColumns columns = null!;
    private string? lastPayer;
    private string? lastDate;
    private DateOnly lastDay;

    /// <summary>Null where the row was refused.</summary>
    public Paid? Read(Row row)
    {
        if (!ReferenceEquals(headings, row.Headings))
        {
            (headings, columns) = (row.Headings, SpendingColumns.Of(row, run.Mapping));
        }

        var amount = Standards.Values.Read.Pence(row.Text(columns[SpendingField.Amount]));
        if (amount.Value is not { } pence)
        {
            return Refuse(row, SpendingField.Amount, amount.Fault ?? "There is no amount.");
        }

        if (Day(row, SpendingField.Date, out var fault) is not { } on)
        {
            return Refuse(row, SpendingField.Date, fault ?? "There is no date of payment.");
        }

        if (on.Year is < 1990 or > 2200)
        {
            return Refuse(row, SpendingField.Date, "The date of payment is not in our time.");
        }

        return Paid(row, on, pence);
    }

    private Paid Paid(Row row, DateOnly on, long pence)
    {
        var payee = Words(row, SpendingField.Payee) ?? "";
        if (payee.Length == 0)
        {
            run.Warn(row, Heading(row, SpendingField.Payee), null, "It does not say who was paid.", "Came in without a name");
        }

        if (row.Fault is { } fault)
        {
            run.Note(row, null, null, fault, "Read as it stands");
        }

        return new()
        {
            Payer = Payer(row),
            Payee = payee,
            IsRedacted = Redacted.Is(payee),
            On = on,
            Pence = pence,
            PayeeNumber = Words(row, SpendingField.PayeeNumber),
            VatNumber = Words(row, SpendingField.VatNumber),
            PeriodOn = Period(row),
            VatPence = Vat(row),
            Reference = Words(row, SpendingField.Reference),
            Invoice = Words(row, SpendingField.Invoice),
            Purpose = Words(row, SpendingField.Purpose),
            Unit = Words(row, SpendingField.Unit),
            UnitCode = Words(row, SpendingField.UnitCode),
            Category = Category(row),
            CategoryCode = Words(row, SpendingField.CategoryCode),
        };
    }

    /// <summary>Most files name one payer in every row.</summary>
    private string Payer(Row row)
    {
        var text = row.Text(columns[SpendingField.Payer]);
        return lastPayer is not null && text.SequenceEqual(lastPayer) ? lastPayer : lastPayer = text.IsEmpty ? run.Source.Publisher : text.ToString();
    }

    private string? Category(Row row) => Words(row, SpendingField.Category) is { } words && !words.Equals("Not Classified", StringComparison.OrdinalIgnoreCase) ? words : null;

    private DateOnly? Day(Row row, SpendingField field, out string? fault)
    {
        var text = row.Text(columns[field]);
        fault = null;
        if (lastDate is not null && text.SequenceEqual(lastDate))
        {
            return lastDay;
        }

        var reading = Standards.Values.Read.Date(text);
        fault = reading.Fault;
        if (reading.Value is { } day)
        {
            (lastDate, lastDay) = (text.ToString(), day);
        }

        return reading.Value;
    }

    private DateOnly? Period(Row row)
    {
        var reading = Standards.Values.Read.Date(row.Text(columns[SpendingField.Period]));
        if (reading.Fault is { } fault)
        {
            run.Warn(row, Heading(row, SpendingField.Period), row[columns[SpendingField.Period]], fault, "Came in without it");
        }

        return reading.Value;
    }

    /// <summary>Nothing is most common, and is kept as nothing.</summary>
    private long? Vat(Row row)
    {
        var reading = Standards.Values.Read.Pence(row.Text(columns[SpendingField.Vat]));
        if (reading.Fault is { } fault)
        {
            run.Warn(row, Heading(row, SpendingField.Vat), row[columns[SpendingField.Vat]], fault, "Came in without it");
        }

        return reading.Value is 0 ? null : reading.Value;
    }

    private string? Words(Row row, SpendingField field)
    {
        var text = row.Text(columns[field]);
        return text.IsEmpty || Text.IsBlank(text) ? null : text.ToString();
    }

    private Paid? Refuse(Row row, SpendingField field, string wrong)
    {
        run.Refuse(row, Heading(row, field), row[columns[field]], wrong);
        return null;
    }

    private string? Heading(Row row, SpendingField field) => columns[field] is >= 0 and var at ? row.Headings[at] : null;
}
