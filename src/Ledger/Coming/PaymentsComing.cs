using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Spent = Trellis.Standards.Spending.Payment;

namespace Trellis.Ledger.Coming;

/// <summary>The payments of one file on their way into the ledger: what is in already stays, what is new is written, what is no longer there is marked.</summary>
internal sealed class PaymentsComing
{
    private const int BatchSize = 4000;

    private static readonly string[] Columns =
    [
        "id", "intake_id", "row", "account_id", "unit_id", "payee_id", "paid_on", "period_on", "amount_pence", "vat_pence",
        "reference", "invoice", "purpose", "content",
    ];

    private readonly ImportRun run;
    private readonly OpenBook book;
    private readonly KnownRows known;
    private readonly RowsElsewhere elsewhere;
    private readonly WhoIsWho who;
    private readonly IntakeNumbers numbers;
    private readonly Dictionary<string, Mention> payers = [];
    private readonly List<(Spent Spent, int Row, long Content, int Account, int? Unit, int? Payee)> batch = new(BatchSize);

    private PaymentsComing(ImportRun run, OpenBook book, KnownRows known, RowsElsewhere elsewhere, WhoIsWho who, IntakeNumbers numbers) =>
        (this.run, this.book, this.known, this.elsewhere, this.who, this.numbers) = (run, book, known, elsewhere, who, numbers);

    public static async Task<PaymentsComing> Begin(ImportRun run, WhoIsWho who, CancellationToken stop)
    {
        var book = await OpenBook.Open(run.Connection, run.Place.Id, stop);
        var known = await KnownRows.Read(run.Connection, "ledger_payment", run.Source.Id, stop);
        var elsewhere = await RowsElsewhere.Read(run.Connection, run.Place.Id, run.Source.Id, stop);
        return new(run, book, known, elsewhere, who, await IntakeNumbers.Next(run.Connection, "ledger_payment", stop));
    }

    /// <summary>Takes one payment, whose day and amount are known; true when it is time to <see cref="Flush"/>.</summary>
    public bool Take(in Spent spent, long row)
    {
        var payer = spent.Payer ?? run.Source.Publisher;
        var payee = spent.Payee ?? "";
        var funder = Funder(payer);
        var recipient = book.Recipients.TryGet(payee, out var met) ? met : book.AddRecipient(payee, Details(payee, spent.IsRedacted));
        run.Report.Matched += recipient.OrganisationId is null ? 0 : 1;
        var content = SpentContent.Of(spent, payer);
        if (known.Meet(content))
        {
            run.Report.Count(Outcome.Unchanged);
            return false;
        }

        elsewhere.Meet(content);
        var account = book.Account(Key(spent, funder.Id, recipient.Id));
        account.Add(1, spent.Pence!.Value);
        int? unit = spent.Unit is null && spent.UnitCode is null ? null : book.Unit(spent.Unit ?? "", spent.UnitCode);
        int? numbered = spent.PayeeNumber is null && spent.VatNumber is null ? null : book.Payee(recipient.Id, spent.PayeeNumber, spent.VatNumber);
        batch.Add((spent, checked((int)row), content, account.Id, unit, numbered));
        run.Report.Count(Outcome.New);
        return batch.Count == BatchSize;
    }

    public async Task Flush(CancellationToken stop)
    {
        if (batch.Count == 0)
        {
            return;
        }

        await book.Flush(run.Connection, stop);
        await using var bulk = await Bulk.Into(run.Connection, "ledger_payment", Columns, stop);
        foreach (var (spent, row, content, account, unit, payee) in batch)
        {
            bulk.Add(
                numbers.Take(), numbers.Intake, row, account, unit, payee, spent.PaidOn, spent.PeriodEnd, spent.Pence, spent.VatPence is 0 ? null : spent.VatPence,
                spent.Reference, spent.Invoice, spent.Purpose, content);
        }

        await bulk.Complete(stop);
        batch.Clear();
    }

    /// <summary>Writes the rest, marks what the file no longer has, and brings the accounts up to date.</summary>
    public async Task End(Organisations organisations, CancellationToken stop)
    {
        await Flush(stop);
        elsewhere.Tell(run);
        await numbers.Save(run, stop);
        run.Report.Gone += await Gone.Mark(run.Connection, run.Now, book, "ledger_payment", known.NotMet(), stop);
        await book.Flush(run.Connection, stop);
        await Payers.Join(organisations, run, book, payers, new Dictionary<string, Mention>(), stop);
        await book.Settle(run.Connection, stop);
    }

    private FunderLine Funder(string payer)
    {
        if (!payers.ContainsKey(payer))
        {
            payers.Add(payer, new Mention(payer, payer, [], null, null, null, IsPublicBody: true));
        }

        return book.Funder(payer, payer);
    }

    private AccountKey Key(in Spent spent, int funder, int recipient)
    {
        var label = spent.Category ?? spent.CategoryCode ?? "";
        var programme = book.Programme(MoneyKind.Payments, spent.CategoryCode ?? label, label, spent.CategoryCode);
        return new(MoneyKind.Payments, funder, FinancialYear.Of(spent.PaidOn!.Value).Start, recipient, programme, "");
    }

    private RecipientDetails Details(string payee, bool isRedacted) =>
        new(payee, [], null, isRedacted, isRedacted || payee.Length == 0 ? null : who.Find(payee, [], null));
}
