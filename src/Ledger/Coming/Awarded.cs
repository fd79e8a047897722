using Trellis.Groups.Contract;

namespace Trellis.Ledger.Coming;

/// <summary>One grant as read from a 360Giving file, before it is joined to anything.</summary>
internal sealed record Awarded
{
    public required int Row { get; init; }

    /// <summary>How many rows of the file make it.</summary>
    public required int Rows { get; init; }

    public string? Sheet { get; init; }

    public required string Identifier { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public required DateOnly On { get; init; }

    public required long Pence { get; init; }

    public long? AppliedPence { get; init; }

    public long? DisbursedPence { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public int? Months { get; init; }

    public string? Url { get; init; }

    public required Named Funder { get; init; }

    public required Named Recipient { get; init; }

    /// <summary>The grant went to a person, whose name is not published.</summary>
    public bool IsToPerson { get; init; }

    public string? Programme { get; init; }

    public string? ProgrammeCode { get; init; }

    public string? BeneficiaryName { get; init; }

    public string? BeneficiaryCode { get; init; }

    public long Content
    {
        get
        {
            var print = new Fingerprint();
            foreach (var text in (ReadOnlySpan<string?>)
                [Identifier, Title, Description, Url, Programme, ProgrammeCode, BeneficiaryName, BeneficiaryCode, Funder.Key, Recipient.Key, Recipient.Postcode])
            {
                print.Add(text);
            }

            foreach (var day in (ReadOnlySpan<DateOnly?>)[On, StartsOn, EndsOn])
            {
                print.Add(day);
            }

            foreach (var number in (ReadOnlySpan<long?>)[Pence, AppliedPence, DisbursedPence, Months])
            {
                print.Add(number ?? long.MinValue);
            }

            return print.Value;
        }
    }
}

/// <summary>An organisation as a grant names it.</summary>
internal sealed record Named(string Name, IReadOnlyList<string> Identifiers, string? Postcode, string? Website, string? Description)
{
    /// <summary>One body may go by several names over the years; each of them is kept as the file has it.</summary>
    public string Key { get; init; } = Identifiers.Count == 0 ? Name : Identifiers[0] + " " + Name;

    public Mention Mention(bool isPublicBody) => new(Key, Name, Identifiers, Postcode, Website, Description, isPublicBody);
}
