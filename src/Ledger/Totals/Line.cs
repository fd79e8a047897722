using Trellis.Ledger.Book;

namespace Trellis.Ledger.Totals;

/// <summary>The sides from which money can be looked at.</summary>
internal enum Side
{
    Year,
    Funder,
    Recipient,
    Programme,
    Ward,
    Kind,
    Standing,
}

/// <summary>What we know of a recipient.</summary>
internal enum Standing
{
    /// <summary>A group of the place: a charity, a club, a community company, an unregistered group.</summary>
    Group,

    /// <summary>A known body that is no voluntary group: a school, a public body, a company.</summary>
    OtherBody,

    /// <summary>Nobody we know goes by this name; most are businesses.</summary>
    Unmatched,

    /// <summary>The payer keeps the name back.</summary>
    Redacted,
}

/// <summary>One account with its sides as positions in the cube's lists.</summary>
/// <param name="Account">0 for a line that no row stands behind: money passed on, taken off so that it is counted once.</param>
internal readonly record struct Line(
    int Account, MoneyKind Kind, int Year, int Funder, int Recipient, int Programme, int Ward, Standing Standing, int Rows, long Pence)
{
    /// <summary>No row stands behind it: it takes off what was passed on.</summary>
    public bool IsPassedOn => Account == 0;

    public int this[Side side] => side switch
    {
        Side.Year => Year,
        Side.Funder => Funder,
        Side.Recipient => Recipient,
        Side.Programme => Programme,
        Side.Ward => Ward,
        Side.Kind => (int)Kind,
        _ => (int)Standing,
    };
}

/// <summary>How many rows, and how much they come to.</summary>
internal record struct Sum(long Rows, long Pence)
{
    public void Add(in Line line)
    {
        Rows += line.Rows;
        Pence += line.Pence;
    }
}

/// <summary>One part of a whole: the position in the cube's list of that side (a year is itself), and its sum.</summary>
internal sealed record Slice(Side Side, int Key, Sum Sum);
