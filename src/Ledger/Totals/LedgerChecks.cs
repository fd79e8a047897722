using Trellis.Platform.Data;

namespace Trellis.Ledger.Totals;

/// <summary>What must always hold of public money: every total is the sum of its rows, and every row belongs somewhere.</summary>
internal static class LedgerChecks
{
    public static readonly ICheck AccountsAddUp = new NoRows(
        "Every total of public money is the sum of its rows",
        """
        SELECT 'Account ' || a.id || ' says ' || a.row_count || ' rows and ' || a.pence || ' pence, and its rows are ' || coalesce(r.counted, 0) || ' and ' || coalesce(r.pence, 0) || '.'
        FROM ledger_account a
        LEFT JOIN (
            SELECT account_id, count(*) AS counted, sum(amount_pence) AS pence
            FROM (
                SELECT account_id, amount_pence FROM ledger_payment WHERE gone_on IS NULL
                UNION ALL
                SELECT account_id, amount_pence FROM ledger_grant WHERE gone_on IS NULL) AS money
            GROUP BY account_id) r ON r.account_id = a.id
        WHERE a.row_count <> coalesce(r.counted, 0) OR a.pence <> coalesce(r.pence, 0)
        """);

    public static readonly ICheck RowsBelong = new NoRows(
        "Every grant and payment belongs to a total and came in a file",
        """
        SELECT 'Row ' || m.id || ' belongs to no account or no file.'
        FROM (SELECT id, account_id, intake_id FROM ledger_payment UNION ALL SELECT id, account_id, intake_id FROM ledger_grant
            UNION ALL SELECT e.grant_id, g.account_id, e.intake_id FROM ledger_grant_elsewhere e LEFT JOIN ledger_grant g ON g.id = e.grant_id) AS m
        LEFT JOIN ledger_account a ON a.id = m.account_id
        LEFT JOIN ledger_intake i ON i.id = m.intake_id
        WHERE a.id IS NULL OR i.id IS NULL
        """);

    public static readonly ICheck RecipientsAreKnown = new NoRows(
        "Every recipient that was joined to an organisation is joined to one that is there",
        """
        SELECT 'The recipient ' || r.name || ' is joined to an organisation that is not there.'
        FROM ledger_recipient r LEFT JOIN groups_organisation o ON o.id = r.organisation_id
        WHERE r.organisation_id IS NOT NULL AND o.id IS NULL
        """);
}
