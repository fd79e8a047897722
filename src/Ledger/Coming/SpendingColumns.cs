using Trellis.Standards.Tables;

namespace Trellis.Ledger.Coming;

/// <summary>What a spending file may say of a payment.</summary>
internal enum SpendingField
{
    Payer,
    Payee,
    PayeeNumber,
    VatNumber,
    Date,
    Period,
    Amount,
    Vat,
    Reference,
    Invoice,
    Purpose,
    Unit,
    UnitCode,
    Category,
    CategoryCode,
}

/// <summary>Which column holds which field, by the headings councils use for the Local Government Transparency Code.</summary>
internal sealed class SpendingColumns
{
    private static readonly Dictionary<SpendingField, string[]> Names = new()
    {
        [SpendingField.Payer] = ["OrganisationLabel", "Organisation Name", "Body Name", "Body", "Organisation", "Council"],
        [SpendingField.Payee] = ["BeneficiaryName", "Supplier Name", "Supplier", "Beneficiary", "Vendor Name", "Vendor", "Payee", "Creditor Name", "Merchant Name"],
        [SpendingField.PayeeNumber] = ["BeneficiaryOtherID", "BeneficiaryID", "Supplier ID", "Supplier Number", "Vendor Number", "Creditor Number"],
        [SpendingField.VatNumber] = ["VATRegistrationNumber", "VAT Registration Number", "VAT Number"],
        [SpendingField.Date] = ["PaymentDate", "Payment Date", "Date Paid", "Paid Date", "Date of Payment", "Transaction Date", "Posting Date", "Date"],
        [SpendingField.Period] = ["EffectiveDate", "Effective Date", "Period End"],
        [SpendingField.Amount] = ["Amount", "Net Amount", "Amount Net", "Amount (£)", "Payment Amount", "Amount Excluding VAT", "Amount Ex VAT", "Value", "Total"],
        [SpendingField.Vat] = ["IrrecoverableVATAmount", "Irrecoverable VAT", "Irrecoverable VAT Amount"],
        [SpendingField.Reference] = ["TransactionNumber", "Transaction Number", "Transaction No", "Transaction Reference", "Payment Reference", "Reference"],
        [SpendingField.Invoice] = ["InvoiceNumber", "Invoice Number", "Invoice No", "Invoice Reference"],
        [SpendingField.Purpose] = ["Purpose", "Purpose of Spend", "Expense Description", "Description", "Narrative", "Summary of the purpose of the expenditure"],
        [SpendingField.Unit] = ["OrganisationalUnit", "Organisational Unit", "Service Label", "Service Area", "Department", "Directorate", "Service"],
        [SpendingField.UnitCode] = ["ProfitCentre", "Profit Centre", "Cost Centre", "CostCentre", "Service Code"],
        [SpendingField.Category] = ["ProclassLabel", "Proclass Label", "Procurement Category", "Merchant Category", "Category", "Expense Type", "Expense Area"],
        [SpendingField.CategoryCode] = ["ProclassCode", "Proclass Code", "Category Code"],
    };

    private readonly int[] positions;

    private SpendingColumns(int[] positions) => this.positions = positions;

    public int this[SpendingField field] => positions[(int)field];

    /// <param name="mapping">A heading and the field it fills, where a person said so; it goes before what the headings say.</param>
    public static SpendingColumns Of(Row row, IReadOnlyDictionary<string, string> mapping) => new(
    [
        .. Enum.GetValues<SpendingField>().Select(field =>
            mapping.Where(said => said.Value.Equals(field.ToString(), StringComparison.OrdinalIgnoreCase)).Select(said => said.Key).Concat(Names[field])
                .Select(row.Position).FirstOrDefault(position => position >= 0, -1)),
    ]);

    /// <summary>A spending file has at least who was paid, when and how much.</summary>
    public static int Recognise(IReadOnlyList<string> headings)
    {
        var known = headings.Select(Plain).ToHashSet();
        bool Has(SpendingField field) => Names[field].Any(name => known.Contains(Plain(name)));
        return !Has(SpendingField.Payee) || !Has(SpendingField.Date) || !Has(SpendingField.Amount) ? 0
            : Has(SpendingField.Reference) || Has(SpendingField.Purpose) || Has(SpendingField.Unit) ? 90
            : 60;
    }

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
