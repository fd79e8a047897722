namespace Trellis.Standards.Spending;

/// <summary>What councils call the columns of the Transparency Code, letters and figures only; of several that are there, the first counts.</summary>
internal static class SpendingHeadings
{
    public static readonly IReadOnlyDictionary<string, string[]> Known = new Dictionary<string, string[]>
    {
        [nameof(Payment.Payer)] = Names("organisationlabel bodyname organisationname organisation publisherlabel publisher authority authorityname body council entity"),
        [nameof(Payment.PeriodEnd)] = Names("effectivedate periodenddate periodend"),
        [nameof(Payment.Unit)] = Names("organisationalunit servicelabel servicearea service department directorate serviceareacategorisation serviceareacategory division businessunit departmentname costcentredescription costcentrename"),
        [nameof(Payment.UnitCode)] = Names("profitcentre costcentre costcentrecode servicecode"),
        [nameof(Payment.Payee)] = Names("beneficiaryname suppliername supplier vendorname vendor payeename payee creditorname creditor beneficiary merchantname merchant nameofsupplier companyname"),
        [nameof(Payment.PayeeNumber)] = Names("beneficiaryotherid supplierid suppliernumber supplierno suppliercode vendornumber vendorid creditornumber"),
        [nameof(Payment.VatNumber)] = Names("vatregistrationnumber suppliervatnumber suppliervatregistrationnumber vatregno vatnumber"),
        [nameof(Payment.PaidOn)] = Names("paymentdate datepaid paiddate dateofpayment paydate transactiondate datetransactioncleared clearingdate postingdate dateofexpenditure invoicedate date"),
        [nameof(Payment.Pence)] = Names("netamount amountnet amountexcludingvat amountexclvat amountexvat netvalue amount amountpaid paymentamount invoiceamount transactionamount value total totalamount spend grossamount"),
        [nameof(Payment.VatPence)] = Names("irrecoverablevatamount irrecoverablevat amountirrecoverablevat"),
        [nameof(Payment.Reference)] = Names("transactionnumber transactionno transactionid transactionreference internalreference paymentreference paymentnumber documentnumber voucherno reference refno"),
        [nameof(Payment.Invoice)] = Names("invoicenumber invoiceno supplierinvoicenumber invoicereference"),
        [nameof(Payment.Purpose)] = Names("purpose purposeofexpenditure purposeofspend description expenditurepurpose narrative detail summaryofpurpose transactiondescription"),
        [nameof(Payment.Category)] = Names("proclasslabel procurementclassification proclassdescription proclass merchantcategory categorylabel expensetype expenditurecategory expendituretype category categoryinternalname subjectivedescription"),
        [nameof(Payment.CategoryCode)] = Names("proclasscode categorycode categoryinternalid procurementclassificationcode subjectivecode"),
    };

    /// <summary>Amount (£) and Amount GBP are both amount.</summary>
    public static string Bare(string heading)
    {
        var bare = new string([.. heading.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        return bare.EndsWith("gbp", StringComparison.Ordinal) && bare.Length > 3 ? bare[..^3] : bare;
    }

    private static string[] Names(string names) => names.Split(' ');
}
