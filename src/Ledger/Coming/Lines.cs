using Trellis.Groups.Contract;
using Trellis.Ledger.Book;

namespace Trellis.Ledger.Coming;

/// <summary>What makes one account: rows that agree in all of these are added up together.</summary>
internal readonly record struct AccountKey(MoneyKind Kind, int Funder, int Year, int Recipient, int Programme, string Area);

/// <summary>An account and what the file that is coming in adds to it.</summary>
internal sealed class AccountLine(int id)
{
    public int Id => id;

    public int Rows { get; private set; }

    public long Pence { get; private set; }

    public void Add(int rows, long pence)
    {
        Rows += rows;
        Pence = checked(Pence + pence);
    }
}

internal sealed record FunderLine(int Id, Guid? OrganisationId);

internal sealed record RecipientLine(int Id, Guid? OrganisationId);

/// <summary>What a file says of a recipient that is new to the ledger, and who we think it is.</summary>
internal sealed record RecipientDetails(string Name, IReadOnlyList<string> Identifiers, string? Postcode, bool IsRedacted, Match? Match);
