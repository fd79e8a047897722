using Trellis.Standards.Organisations;
using Trellis.Standards.Tables;
using Trellis.Standards.Values;

namespace Trellis.Standards.Registers;

/// <summary>Reads one row of a register, and keeps what could not be read.</summary>
internal sealed class RegisterRow(Row row, RegisterColumns columns)
{
    private readonly List<RegisterFault> faults = [];

    public RegisteredBody Body()
    {
        if (row.Fault is { } broken)
        {
            faults.Add(new RegisterFault("", null, broken));
        }

        var body = new RegisteredBody
        {
            Id = Value(columns.Number, Id()),
            Company = columns.Company is null ? null : Value(columns.Company, OrgId.FromCompanyNumber(Say(columns.Company))),
            Name = Say(columns.Name),
            KnownAs = Say(columns.KnownAs),
            LegalForm = Say(columns.LegalForm),
            Status = Say(columns.Status),
            Activities = Say(columns.Activities),
            RegisteredOn = Value(columns.Registered, Read.Date(Say(columns.Registered))),
            RemovedOn = Value(columns.Removed, Read.Date(Say(columns.Removed))),
            Address = [.. columns.Address.Select(Say).OfType<string>()],
            Postcode = columns.Postcode is null ? AtTheEnd(columns.Address.Select(Say).OfType<string>().LastOrDefault()) : Value(columns.Postcode, Read.Postcode(Say(columns.Postcode)))?.Value,
            Website = Words(columns.Website, Read.Website(Say(columns.Website))),
            Email = Words(columns.Email, Read.Email(Say(columns.Email))),
            Telephone = Words(columns.Telephone, Read.Telephone(Say(columns.Telephone))),
            IncomePence = Value(columns.Income, Read.Pence(Say(columns.Income))),
            SpendingPence = Value(columns.Spending, Read.Pence(Say(columns.Spending))),
            YearEnd = Value(columns.YearEnd, Read.Date(Say(columns.YearEnd))),
        };
        return body with { Faults = faults };
    }

    /// <summary>A charity's number with the number of a linked charity behind it; a linked number of 0 is the main charity.</summary>
    public static Reading<OrgId> Charity(string? number, string? linked) =>
        OrgId.FromCharityNumber(Text.OrBlank(linked) is { } suffix && suffix.Trim('0').Length > 0 ? $"{number}-{suffix}" : number);

    private Reading<OrgId> Id() => columns.Register switch
    {
        Register.CharityCommission => Charity(Say(columns.Number), Say(columns.Linked)),
        Register.SportsClubs => OrgId.Parse(Say(columns.Number)),
        _ => OrgId.From(columns.Scheme, Say(columns.Number)),
    };

    private string? Say(string? heading) => heading is null ? null : Text.OrBlank(row[heading]);

    /// <summary>The postcode with which an address ends; null where it ends otherwise.</summary>
    private static string? AtTheEnd(string? address)
    {
        var words = (address ?? "").Split([' ', ',', '\u00A0', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, 2)
            .Where(count => words.Length >= count)
            .Select(count => Read.Postcode(string.Join(' ', words[^count..])))
            .FirstOrDefault(reading => reading is { Value: not null, Note: null }).Value?.Value;
    }

    private T? Value<T>(string? heading, Reading<T> reading)
        where T : struct
    {
        if (reading.Fault is { } fault)
        {
            faults.Add(new RegisterFault(heading!, row[heading!], fault));
        }

        return reading.Value;
    }

    private string? Words(string? heading, TextReading reading)
    {
        if (reading.Fault is { } fault)
        {
            faults.Add(new RegisterFault(heading!, row[heading!], fault));
        }

        return reading.Value;
    }
}
