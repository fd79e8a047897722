using System.Diagnostics.CodeAnalysis;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Ledger.Coming;

/// <summary>A grant as a row of its table.</summary>
internal static class GrantRow
{
    public static readonly string[] Columns =
    [
        "id", "place_id", "intake_id", "row", "sheet", "identifier", "account_id", "title", "description", "awarded_on", "amount_pence", "applied_pence",
        "disbursed_pence", "starts_on", "ends_on", "months", "beneficiary_name", "beneficiary_code", "url", "content",
    ];

    private static readonly string UpdateSql =
        $"UPDATE ledger_grant SET {string.Join(", ", Columns.Skip(1).Select(column => $"{column} = @{column}"))}, gone_on = NULL WHERE id = @id";

    public static object?[] Of(int id, ImportRun run, int intake, Awarded grant, int account, long content) =>
    [
        id, run.Place.Id, intake, grant.Row, grant.Sheet, grant.Identifier, account, grant.Title, grant.Description, grant.On, grant.Pence, grant.AppliedPence,
        grant.DisbursedPence, grant.StartsOn, grant.EndsOn, grant.Months, grant.BeneficiaryName, grant.BeneficiaryCode, grant.Url, content,
    ];

    [SuppressMessage("Security", "CA2100", Justification = "Column names are ours.")]
    public static async Task Update(ImportRun run, int id, object?[] row, CancellationToken stop)
    {
        await using var command = run.Connection.Command(UpdateSql);
        for (var at = 0; at < Columns.Length; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Columns[at];
            parameter.Value = row[at] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(stop);
    }
}
