using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Ledger.Coming;

/// <summary>Reads payments from the rows of a spending file; what cannot be read is refused with its reason.</summary>
internal sealed class SpendingRows
{
    public static Paid? Read(ImportRun run, Row row)
    {
        if (row["Amount"] is not { } amount || Cells.Pence(amount) is not { } pence)
        {
            run.Refuse(row, "Amount", row["Amount"], "There is no amount that can be read.");
            return null;
        }

        if (row["PaymentDate"] is not { } date || Cells.Date(date) is not { } on)
        {
            run.Refuse(row, "PaymentDate", row["PaymentDate"], "There is no date that can be read.");
            return null;
        }

        var payee = row["BeneficiaryName"] ?? "";
        return new()
        {
            Payer = row["OrganisationLabel"] ?? run.Source.Publisher,
            Payee = payee,
            IsRedacted = payee == "Redacted",
            On = on,
            Pence = pence,
            PayeeNumber = row["BeneficiaryOtherID"],
            VatNumber = NotGiven(row["VATRegistrationNumber"]),
            PeriodOn = row["EffectiveDate"] is { } period ? Cells.Date(period) : null,
            VatPence = row["IrrecoverableVATAmount"] is { } vat ? Cells.Pence(vat) : null,
            Reference = row["TransactionNumber"],
            Invoice = row["InvoiceNumber"],
            Purpose = row["Purpose"],
            Unit = row["OrganisationalUnit"],
            UnitCode = row["ProfitCentre"],
            Category = NotGiven(row["ProclassLabel"]),
            CategoryCode = NotGiven(row["ProclassCode"]),
        };
    }

    private static string? NotGiven(string? text) => text is "NA" or "Not Classified" ? null : text;
}
