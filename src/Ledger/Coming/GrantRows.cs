using Trellis.Platform.Exchange;
using Trellis.Standards.Organisations;
using Trellis.Standards.Tables;
using Trellis.Standards.Values;

namespace Trellis.Ledger.Coming;

/// <summary>Reads grants from a file in the 360Giving standard, be it a spreadsheet with its headings or JSON with its paths.</summary>
internal sealed class GrantRows(ImportRun run)
{
    /// <summary>Null where the row was refused.</summary>
    public Awarded? Read(Row row)
    {
        if (Cell(row, GrantField.Identifier) is not { } identifier)
        {
            return Refuse(row, GrantField.Identifier, "There is no identifier, by which a grant is known again.");
        }

        if (Cell(row, GrantField.Currency) is { } currency && !currency.Equals("GBP", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(row, GrantField.Currency, "The amount is not in pounds, and cannot be added to the others.");
        }

        var amount = Standards.Values.Read.Pence(Cell(row, GrantField.Amount));
        if (amount.Value is not { } pence)
        {
            return Refuse(row, GrantField.Amount, amount.Fault ?? "It does not say how much was awarded.");
        }

        var date = Date(Cell(row, GrantField.AwardedOn));
        if (date.Value is not { } on || on.Year is < 1900 or > 2200)
        {
            return Refuse(row, GrantField.AwardedOn, date.Fault ?? "It does not say when it was awarded.");
        }

        return Funder(row) is { } funder && Recipient(row, out var isToPerson) is { } recipient
            ? Awarded(row, identifier, on, pence) with { Funder = funder, Recipient = recipient, IsToPerson = isToPerson }
            : null;
    }

    private Awarded Awarded(Row row, string identifier, DateOnly on, long pence) => new()
    {
        Identifier = identifier,
        Title = Words(row, GrantField.Title) ?? identifier,
        Description = Words(row, GrantField.Description),
        On = on,
        Pence = pence,
        Funder = null!,
        Recipient = null!,
        AppliedPence = Pence(row, GrantField.Applied),
        DisbursedPence = Pence(row, GrantField.Disbursed),
        StartsOn = Day(row, GrantField.StartsOn),
        EndsOn = Day(row, GrantField.EndsOn),
        Months = Months(row),
        Url = Cell(row, GrantField.Url),
        Programme = Words(row, GrantField.Programme),
        ProgrammeCode = Cell(row, GrantField.ProgrammeCode),
        BeneficiaryName = Words(row, GrantField.BeneficiaryName),
        BeneficiaryCode = Cell(row, GrantField.BeneficiaryCode),
    };

    private Named? Funder(Row row)
    {
        var (name, identifier) = (Words(row, GrantField.FunderName), Cell(row, GrantField.FunderId));
        if (name is null && identifier is null)
        {
            Refuse(row, GrantField.FunderName, "It does not say who gave the grant.");
            return null;
        }

        return new(name ?? identifier!, Ids(identifier), null, null, null);
    }

    private Named? Recipient(Row row, out bool isToPerson)
    {
        var (name, identifier) = (Words(row, GrantField.RecipientName), Cell(row, GrantField.RecipientId));
        isToPerson = name is null && identifier is null && (Cell(row, GrantField.PersonName) ?? Cell(row, GrantField.PersonId)) is not null;
        if (isToPerson)
        {
            return new("", [], null, null, null) { Key = "person" };
        }

        if (name is null && identifier is null)
        {
            Refuse(row, GrantField.RecipientName, "It does not say who got the grant.");
            return null;
        }

        return new(name ?? identifier!, Ids(identifier, Number(row, GrantField.CharityNumber, Scheme.CharityCommission), Number(row, GrantField.CompanyNumber, Scheme.CompaniesHouse)),
            Postcode(row), Cell(row, GrantField.Website), Words(row, GrantField.RecipientDescription));
    }

    private string? Postcode(Row row) =>
        Cell(row, GrantField.Postcode) is { } text && Standards.Values.Read.Postcode(text).Value is { } postcode ? postcode.ToString() : null;

    /// <summary>A charity or company number in a column of its own; one that is none is left out, with a note.</summary>
    private string? Number(Row row, GrantField field, string scheme)
    {
        if (Cell(row, field) is not { } text)
        {
            return null;
        }

        var reading = OrgId.From(scheme, text);
        if (reading.Fault is { } fault)
        {
            run.Warn(row, GrantFields.Heading(field), text, fault, "Came in without it");
        }

        return reading.Value?.ToString();
    }

    private static string[] Ids(params ReadOnlySpan<string?> identifiers)
    {
        List<string> known = [];
        foreach (var identifier in identifiers)
        {
            if (identifier is { Length: > 0 } && !identifier.Contains(' ', StringComparison.Ordinal) && !known.Contains(identifier))
            {
                known.Add(identifier);
            }
        }

        return [.. known];
    }

    private long? Pence(Row row, GrantField field) => Value(row, field, Standards.Values.Read.Pence(Cell(row, field)));

    private DateOnly? Day(Row row, GrantField field) => Value(row, field, Date(Cell(row, field)));

    private int? Months(Row row) => Value(row, GrantField.Months, Standards.Values.Read.Whole(Cell(row, GrantField.Months))) is >= 0 and < 1200 and var months ? (int)months : null;

    private T? Value<T>(Row row, GrantField field, Reading<T> reading)
        where T : struct
    {
        if (reading.Fault is { } fault)
        {
            run.Warn(row, GrantFields.Heading(field), Cell(row, field), fault, "Came in without it");
        }

        return reading.Value;
    }

    /// <summary>The standard allows a day, or a moment with its time.</summary>
    private static Reading<DateOnly> Date(string? text) =>
        Standards.Values.Read.Date(text is { Length: > 10 } && text[10] == 'T' ? text.AsSpan(0, 10) : text);

    private static string? Words(Row row, GrantField field) => Text.OrBlank(Cell(row, field));

    private static string? Cell(Row row, GrantField field) => GrantFields.Cell(row, field);

    private Awarded? Refuse(Row row, GrantField field, string wrong)
    {
        run.Refuse(row, GrantFields.Heading(field), Cell(row, field), wrong);
        return null;
    }
}
