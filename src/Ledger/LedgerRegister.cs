using Trellis.Platform.Privacy;

namespace Trellis.Ledger;

/// <summary>Why the tables of public money keep nothing of people: all of it was published, and publishers black out the names of private persons.</summary>
internal static class LedgerRegister
{
    private const string Published = "Published by funders and councils under open licences; they black out private persons";

    public static readonly PeoplelessTable[] Peopleless =
    [
        .. from table in new[] { "intake", "funder", "recipient", "payee", "programme", "unit", "account", "payment", "grant", "grant_elsewhere" }
           select new PeoplelessTable("ledger_" + table, Published),
    ];
}
