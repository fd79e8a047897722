using Trellis.Standards.Spending;

namespace Trellis.Ledger.Coming;

internal static class SpentContent
{
    /// <summary>A payment's fingerprint, made of what we keep, so that a new column or another order of the columns is no change.</summary>
    public static long Of(in Payment spent, string payer)
    {
        var print = new Fingerprint();
        print.Add(payer);
        print.Add(spent.Payee);
        print.Add(spent.PaidOn);
        print.Add(spent.Pence ?? 0);
        print.Add(spent.PayeeNumber);
        print.Add(spent.VatNumber);
        print.Add(spent.PeriodEnd);
        print.Add(spent.VatPence ?? 0);
        print.Add(spent.Reference);
        print.Add(spent.Invoice);
        print.Add(spent.Purpose);
        print.Add(spent.Unit);
        print.Add(spent.UnitCode);
        print.Add(spent.Category);
        print.Add(spent.CategoryCode);
        return print.Value;
    }
}
