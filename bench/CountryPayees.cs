using System.Globalization;
using Trellis.Standards.Tables;

namespace Trellis.Bench;

/// <summary>
/// Payments of the real files, with other payees: two suppliers in three become a charity of the country, so that a few get thousands of payments; one payment in
/// twenty goes to any charity at all; one charity in four is called by one of its other names. What is redacted stays so. Three whole years, evenly.
/// </summary>
internal sealed class CountryPayees(IReadOnlyList<Charity> charities)
{
    private const int FirstYear = 2023;
    private readonly Random chance = new(20261106);
    private readonly Dictionary<(string Supplier, int Round), string> given = [];

    public string Cell(Row row, string heading, int round)
    {
        var text = row[heading] ?? "";
        return heading switch
        {
            "OrganisationLabel" => "Generated Council",
            "BeneficiaryName" => Payee(text, round),
            "PaymentDate" or "EffectiveDate" => Moved(text, row, round),
            "Amount" when round > 0 => (decimal.Parse(text, CultureInfo.InvariantCulture) + chance.Next(100)).ToString(CultureInfo.InvariantCulture),
            "TransactionNumber" => text + round,
            _ => text,
        };
    }

    private string Payee(string supplier, int round)
    {
        if (supplier.Length == 0 || supplier == "Redacted")
        {
            return supplier;
        }

        if (chance.Next(20) == 0)
        {
            return Charity();
        }

        return given.TryGetValue((supplier, round), out var payee) ? payee
            : given[(supplier, round)] = chance.Next(3) == 0 ? $"{supplier} {round + 1}" : Charity();
    }

    private string Charity()
    {
        var charity = charities[chance.Next(charities.Count)];
        return charity.Names.Count > 0 && chance.Next(4) == 0 ? charity.Names[chance.Next(charity.Names.Count)].Text : charity.Name;
    }

    /// <summary>The same day of another year; both days of a row move alike.</summary>
    private static string Moved(string day, Row row, int round)
    {
        var paid = Day(row["PaymentDate"]!);
        var year = paid.AddMonths(-3).Year;
        return Day(day).AddYears(FirstYear + (int)((row.Number + round) % 3) - year).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}

/// <summary>Grants of the real file, given to charities of the country, some of them again and again.</summary>
internal sealed class CountryRecipients(IReadOnlyList<Charity> charities)
{
    private readonly Random chance = new(20261107);
    private readonly Dictionary<(string Recipient, int Round), Charity> given = [];

    public string Cell(Row row, string heading, int round) => heading switch
    {
        "Identifier" => $"{row[heading]}-generated-{round}",
        "Funding Org:Identifier" => "GB-LAE-GENERATED",
        "Funding Org:Name" => "Generated Council",
        "Recipient Org:Identifier" => Recipient(row, round).Number,
        "Recipient Org:Name" => Recipient(row, round).Name,
        _ when heading.StartsWith("Recipient Org:", StringComparison.Ordinal) => "",
        _ => row[heading] ?? "",
    };

    private Charity Recipient(Row row, int round)
    {
        var recipient = (row["Recipient Org:Name"] ?? "", round);
        return given.TryGetValue(recipient, out var charity) ? charity : given[recipient] = charities[chance.Next(charities.Count)];
    }
}
