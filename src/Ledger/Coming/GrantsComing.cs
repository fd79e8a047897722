using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Ledger.Coming;

/// <summary>The grants of one file on their way into the ledger: a grant is known again by its identifier, in whichever file it comes.</summary>
internal sealed class GrantsComing
{
    private const int BatchSize = 1000;

    private readonly ImportRun run;
    private readonly OpenBook book;
    private readonly KnownGrants known;
    private readonly GrantsElsewhere elsewhere;
    private readonly IntakeNumbers numbers;
    private readonly Dictionary<string, Mention> recipients = [];
    private readonly Dictionary<string, Mention> funders = [];
    private readonly List<object?[]> batch = new(BatchSize);

    private GrantsComing(ImportRun run, OpenBook book, KnownGrants known, GrantsElsewhere elsewhere, IntakeNumbers numbers) =>
        (this.run, this.book, this.known, this.elsewhere, this.numbers) = (run, book, known, elsewhere, numbers);

    public static async Task<GrantsComing> Begin(ImportRun run, CancellationToken stop)
    {
        var book = await OpenBook.Open(run.Connection, run.Place.Id, stop);
        var known = await KnownGrants.Read(run.Connection, run.Place.Id, run.Source.Id, stop);
        var elsewhere = await GrantsElsewhere.Read(run.Connection, run.Source.Id, stop);
        return new(run, book, known, elsewhere, await IntakeNumbers.Next(run.Connection, "ledger_grant", stop));
    }

    public async Task Take(Awarded grant, CancellationToken stop)
    {
        if (!grant.IsToPerson)
        {
            recipients.TryAdd(grant.Recipient.Key, grant.Recipient.Mention(isPublicBody: false));
        }

        funders.TryAdd(grant.Funder.Key, grant.Funder.Mention(isPublicBody: true));
        var content = grant.Content;
        switch (known.Find(grant.Identifier))
        {
            case { IsMet: true }:
                Note(grant, "The file has this grant twice.", "Counted once");
                run.Report.Count(Outcome.Unchanged, grant.Rows);
                break;
            case { IsOurs: false, IsGone: false } other:
                known.Meet(grant.Identifier, other);
                elsewhere.Meet(other.Id, grant, numbers);
                Note(grant, "This grant is in already, from another file.", "Counted once, as it stands there");
                run.Report.Count(Outcome.Unchanged, grant.Rows);
                break;
            case { IsGone: false } same when same.Content == content:
                known.Meet(grant.Identifier, same);
                run.Report.Count(Outcome.Unchanged, grant.Rows);
                break;
            case { } before:
                known.Meet(grant.Identifier, before);
                await Change(before, grant, content, stop);
                run.Report.Count(Outcome.Updated, grant.Rows);
                break;
            default:
                await Add(grant, content, stop);
                run.Report.Count(Outcome.New, grant.Rows);
                break;
        }
    }

    /// <summary>Notes that the file still has a grant whose row could not be read: it stays as it was.</summary>
    public void Keep(string identifier)
    {
        if (known.Find(identifier) is { } grant)
        {
            known.Meet(identifier, grant);
        }
    }

    /// <summary>Writes the rest, marks what the file no longer has, and makes those who gave and got known to the place.</summary>
    public async Task End(Organisations organisations, CancellationToken stop)
    {
        await Flush(stop);
        await numbers.Save(run, stop);
        await elsewhere.Save(run, stop);
        run.Report.Gone += await Gone.Mark(run.Connection, run.Now, book, "ledger_grant", await GrantsElsewhere.HandOver(run.Connection, known.NotMet, stop), stop);
        await book.Flush(run.Connection, stop);
        await Payers.Join(organisations, run, book, funders, recipients, stop);
        await book.Settle(run.Connection, stop);
    }

    private void Note(Awarded grant, string wrong, string done) =>
        ReadGrant.Find(run, grant.Sheet, grant.Row, "Identifier", grant.Identifier, Severity.Note, wrong, done);

    private async Task Add(Awarded grant, long content, CancellationToken stop)
    {
        var account = book.Account(Key(grant));
        account.Add(1, grant.Pence);
        var id = numbers.Take();
        known.Meet(grant.Identifier, new(id, content, IsOurs: true, IsGone: false, IsMet: true));
        batch.Add(GrantRow.Of(id, run, numbers.Intake, grant, account.Id, content));
        if (batch.Count == BatchSize)
        {
            await Flush(stop);
        }
    }

    private async Task Change(KnownGrants.Grant before, Awarded grant, long content, CancellationToken stop)
    {
        var old = await run.Connection.Query(
            "SELECT account_id, amount_pence FROM ledger_grant WHERE id = @id", found => (Account: found.GetInt32(0), Pence: found.GetInt64(1)), stop, ("id", before.Id));
        if (!before.IsGone)
        {
            book.AccountNumbered(old[0].Account).Add(-1, -old[0].Pence);
        }

        var account = book.Account(Key(grant));
        account.Add(1, grant.Pence);
        await book.Flush(run.Connection, stop);
        await GrantRow.Update(run, before.Id, GrantRow.Of(before.Id, run, numbers.IntakeForUpdates(), grant, account.Id, content), stop);
        book.Touch();
    }

    private async Task Flush(CancellationToken stop)
    {
        await book.Flush(run.Connection, stop);
        await using var bulk = await Bulk.Into(run.Connection, "ledger_grant", GrantRow.Columns, stop);
        foreach (var row in batch)
        {
            bulk.Add(row);
        }

        await bulk.Complete(stop);
        batch.Clear();
    }

    private AccountKey Key(Awarded grant)
    {
        var funder = book.Funder(grant.Funder.Key, grant.Funder.Name);
        var named = grant.Recipient;
        var recipient = book.Recipients.TryGet(named.Key, out var met)
            ? met
            : book.AddRecipient(named.Key, new(named.Name, named.Identifiers, named.Postcode, grant.IsToPerson, null));
        var label = grant.Programme ?? grant.ProgrammeCode ?? "";
        var programme = book.Programme(MoneyKind.Grants, grant.Funder.Key + "/" + (grant.ProgrammeCode ?? label), label, grant.ProgrammeCode);
        return new(MoneyKind.Grants, funder.Id, FinancialYear.Of(grant.On).Start, recipient.Id, programme, grant.BeneficiaryCode ?? "");
    }
}
