using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Ledger.Coming;

/// <summary>Reads grants from the rows of a file in the 360Giving standard; what cannot be read is refused with its reason.</summary>
internal static class GrantRows
{
    public static Awarded? Read(ImportRun run, Row row)
    {
        if (row["Identifier"] is not { } identifier || row["Amount Awarded"] is not { } amount || Cells.Pence(amount) is not { } pence
            || row["Award Date"] is not { } date || Cells.Date(date) is not { } on)
        {
            run.Refuse(row, "Identifier", row["Identifier"], "No.");
            return null;
        }

        return new()
        {
            Identifier = identifier,
            Title = row["Title"] ?? identifier,
            Description = row["Description"],
            On = on,
            Pence = pence,
            Months = int.TryParse(row["Planned Dates:Duration (months)"], out var months) ? months : null,
            Funder = new(row["Funding Org:Name"] ?? "", row["Funding Org:Identifier"] is { } funder ? [funder] : [], null, null, null),
            Recipient = new(
                row["Recipient Org:Name"] ?? "", row["Recipient Org:Identifier"] is { } recipient ? [recipient] : [], row["Recipient Org:Postal Code"],
                row["Recipient Org:Web Address"], row["Recipient Org:Description"]),
            Programme = row["Grant Programme:Title"],
            ProgrammeCode = row["Grant Programme:Code"],
            BeneficiaryName = row["Beneficiary Location:Name"],
            BeneficiaryCode = row["Beneficiary Location:Geographic Code"],
        };
    }
}
