using System.Globalization;
using Trellis.Ledger.Book;

namespace Trellis.Ledger.Rows;

/// <summary>One grant or payment in a list.</summary>
/// <param name="What">A grant's title, or a payment's purpose in the payer's words.</param>
/// <param name="Intake">The file that it is counted from.</param>
internal sealed record MoneyRow(MoneyKind Kind, int Id, DateOnly On, long Pence, int Account, string? What, string? Reference, int Intake)
{
    public Cursor Cursor => new(On, Kind, Account, Id);
}

/// <summary>A place in the list of rows: latest day first, then grants before payments, then the rows of one account together.</summary>
internal readonly record struct Cursor(DateOnly On, MoneyKind Kind, int Account, int Id) : IComparable<Cursor>
{
    /// <summary>Below nothing where it stands before the other in the list.</summary>
    public int CompareTo(Cursor other) => (other.On, Kind, other.Account, other.Id).CompareTo((On, other.Kind, Account, Id));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{On:yyyyMMdd}-{(int)Kind}-{Account}-{Id}");

    /// <summary>Null where the text is no place in a list.</summary>
    public static Cursor? Parse(string? text)
    {
        var parts = text?.Split('-') ?? [];
        return parts.Length == 4
            && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && parts[1] is "0" or "1"
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var account)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(on, (MoneyKind)(parts[1][0] - '0'), account, id)
            : null;
    }
}
