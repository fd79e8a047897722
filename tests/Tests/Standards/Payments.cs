using System.Globalization;
using Sylvan.Data.Csv;
using Trellis.Standards.Spending;
using Trellis.Standards.Tables;
using Trellis.Tests.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards;

public sealed class Payments : IDisposable
{
    private readonly string folder = Scratch.Folder();

    [Fact]
    public void Traffords_payments_add_up_to_what_another_reader_finds()
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(RealFiles.Demo("supplier-spend-2026-27.zip"));
        using var theirs = CsvDataReader.Create(new StreamReader(zip.Entries[0].Open()));
        var expected = (Rows: 0, Pence: 0L, Redacted: 0);
        while (theirs.Read())
        {
            expected.Rows++;
            expected.Pence += (long)(decimal.Parse(theirs.GetString(theirs.GetOrdinal("Amount")), CultureInfo.InvariantCulture) * 100);
            expected.Redacted += theirs.GetString(theirs.GetOrdinal("BeneficiaryName")) == "Redacted" ? 1 : 0;
        }

        using var file = TableFile.Open(RealFiles.Demo("supplier-spend-2026-27.zip"));
        var layout = PaymentLayout.For(file.Headings)!;
        var ours = (Rows: 0, Pence: 0L, Redacted: 0);
        foreach (var row in file.Rows())
        {
            var payment = layout.Read(row);
            Assert.Null(payment.Fault);
            ours = (ours.Rows + 1, ours.Pence + payment.Pence!.Value, ours.Redacted + (payment.IsRedacted ? 1 : 0));
        }

        Assert.Equal(expected, ours);
        Assert.Equal(38_055, ours.Rows);
        Assert.Equal(15, layout.Fields.Count);
    }

    [Fact]
    public void The_first_payment_says_all_it_says()
    {
        using var file = TableFile.Open(RealFiles.Demo("supplier-spend-2025-26.zip"));
        var layout = PaymentLayout.For(file.Headings)!;
        Payment expected = new()
        {
            Payer = "Trafford Council",
            PeriodEnd = new(2026, 3, 31),
            Unit = "LIFT REPAIRS & MTCE",
            UnitCode = "250210",
            Payee = "VLC (Stairlifts) Limited",
            PayeeNumber = "3536",
            VatNumber = "GB812311285",
            PaidOn = new(2026, 3, 31),
            Pence = 285_000,
            VatPence = 0,
            Reference = "5100505736",
            Invoice = "68528",
            Purpose = "CLIENTS LIFT REP & M - Comprehensive element 1st March",
            Category = "SOCIAL CARE : Equipment",
            CategoryCode = "321311",
        };
        Assert.Equal(expected, layout.Read(file.Rows().First()));
    }

    [Theory]
    [InlineData("Body Name,Supplier Name,Amount (£),Date Paid,Expense Type,Service Area\nX,Y Ltd,\"£1,234.50\",01/04/2023,Grants,Culture")]
    [InlineData("Organisation;Vendor Name;Net Amount;Payment Date;Expenditure Category;Directorate\nX;Y Ltd;1234.5;1 Apr 23;Grants;Culture")]
    [InlineData("Authority Name\tPayee\tAmount Excluding VAT (GBP)\tDate\tProClass\tDepartment\nX\tY Ltd\t1,234.50\t2023-04-01\tGrants\tCulture")]
    public void Other_councils_headings_are_known(string csv)
    {
        var payment = Assert.Single(All(csv));
        Assert.Equal(
            new Payment { Payer = "X", Payee = "Y Ltd", Pence = 123_450, PaidOn = new(2023, 4, 1), Category = "Grants", Unit = "Culture" }, payment);
    }

    [Fact]
    public void A_date_or_amount_that_cannot_be_read_is_a_fault_with_its_heading()
    {
        var payments = All("Supplier,Amount,Date\nA,1.2k,2023-04-01\nB,5,31/02/2023\nC,,2023-04-01\nD,5,2023-04-01,9\nE,-5,2023-04-01\n");
        Assert.Equal(["Amount", "Date", "Amount", null, null], payments.Select(p => p.FaultHeading));
        Assert.Equal([true, true, true, true, false], payments.Select(p => p.Fault is not null));
        Assert.Equal(-500, payments[4].Pence);
    }

    [Fact]
    public void What_a_person_says_about_the_headings_goes_first()
    {
        var layout = PaymentLayout.For(["Who", "Supplier", "Amount", "Date"], new Dictionary<string, string> { ["who"] = nameof(Payment.Payee) })!;
        Assert.Equal("Who", layout.Fields[nameof(Payment.Payee)]);
        Assert.Null(PaymentLayout.For(["Who", "Amount", "Date"]));
        Assert.Equal(0, PaymentLayout.Recognise(["name", "postcode"]));
        Assert.True(PaymentLayout.Recognise(["Supplier", "Amount", "Date"]) > 50);
    }

    [Theory]
    [InlineData("Redacted", true)]
    [InlineData("REDACTED PERSONAL DATA", true)]
    [InlineData("Name withheld", true)]
    [InlineData("(redacted)", true)]
    [InlineData("*****", true)]
    [InlineData("XXXX", true)]
    [InlineData("Redactive Publishing Ltd", false)]
    [InlineData("Unredacted Arts", false)]
    [InlineData("XX", false)]
    [InlineData("", false)]
    public void A_name_taken_out_is_told_from_a_name(string name, bool redacted) => Assert.Equal(redacted, Redaction.Is(name));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private List<Payment> All(string csv)
    {
        File.WriteAllText(Path.Combine(folder, "a.csv"), csv);
        using var file = TableFile.Open(Path.Combine(folder, "a.csv"));
        var layout = PaymentLayout.For(file.Headings)!;
        return [.. file.Rows().Select(layout.Read)];
    }
}
