using Trellis.Standards.Tables;
using Trellis.Standards.Values;

namespace Trellis.Standards.Spending;

/// <summary>Where in a file of payments each thing stands. Made once for a file, then each row is read by position.</summary>
/// <remarks>Layouts: Local Government Transparency Code 2015, as Trafford and other councils publish it.</remarks>
public sealed class PaymentLayout
{
    /// <summary>Texts met before are handed out again, because payers, units and payees repeat by the thousand; beyond this many, no more are kept.</summary>
    private const int MostShared = 200_000;

    private static readonly string[] Nothing = ["NA", "N/A", "Not Classified", "NULL", "-"];

    private readonly IReadOnlyList<string> headings;
    private readonly Dictionary<string, int> positions;
    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly int payer, periodEnd, unit, unitCode, payee, payeeNumber, vatNumber, paidOn, pence, vatPence, reference, invoice, purpose, category, categoryCode;

    private PaymentLayout(IReadOnlyList<string> headings, Dictionary<string, int> positions)
    {
        this.headings = headings;
        this.positions = positions;
        lookup = shared.GetAlternateLookup<ReadOnlySpan<char>>();
        (payer, periodEnd, unit, unitCode) = (At(nameof(Payment.Payer)), At(nameof(Payment.PeriodEnd)), At(nameof(Payment.Unit)), At(nameof(Payment.UnitCode)));
        (payee, payeeNumber, vatNumber, paidOn) = (At(nameof(Payment.Payee)), At(nameof(Payment.PayeeNumber)), At(nameof(Payment.VatNumber)), At(nameof(Payment.PaidOn)));
        (pence, vatPence, reference, invoice) = (At(nameof(Payment.Pence)), At(nameof(Payment.VatPence)), At(nameof(Payment.Reference)), At(nameof(Payment.Invoice)));
        (purpose, category, categoryCode) = (At(nameof(Payment.Purpose)), At(nameof(Payment.Category)), At(nameof(Payment.CategoryCode)));
    }

    /// <summary>The heading each field of <see cref="Payment"/> was found under; fields that are not in the file are left out.</summary>
    public IReadOnlyDictionary<string, string> Fields => positions.ToDictionary(p => p.Key, p => headings[p.Value]);

    /// <summary>Finds the layout of a file by its headings; null where there is no column for who was paid, when, or how much.</summary>
    /// <param name="headings">The file's headings.</param>
    /// <param name="mapping">Which field of <see cref="Payment"/> a heading fills, where a person said so; it goes before what the headings say themselves.</param>
    public static PaymentLayout? For(IReadOnlyList<string> headings, IReadOnlyDictionary<string, string>? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var bare = headings.Select(SpendingHeadings.Bare).ToList();
        var positions = new Dictionary<string, int>();
        foreach (var (field, names) in SpendingHeadings.Known)
        {
            var said = mapping?.FirstOrDefault(m => m.Value == field).Key;
            var position = said is not null ? headings.Select((h, i) => (h, i)).Where(h => Heading.Comparer.Equals(h.h, said)).Select(h => h.i).FirstOrDefault(-1)
                : names.Select(n => bare.IndexOf(n)).FirstOrDefault(i => i >= 0 && !positions.ContainsValue(i), -1);
            if (position >= 0)
            {
                positions[field] = position;
            }
        }

        return positions.ContainsKey(nameof(Payment.Payee)) && positions.ContainsKey(nameof(Payment.PaidOn)) && positions.ContainsKey(nameof(Payment.Pence))
            ? new PaymentLayout(headings, positions)
            : null;
    }

    /// <summary>How sure one can be that a file with these headings holds payments: 0 no, 100 certain.</summary>
    public static int Recognise(IReadOnlyList<string> headings) => For(headings) is { } layout ? Math.Min(100, 30 + (layout.positions.Count * 8)) : 0;

    /// <summary>Reads one row. Where date or amount cannot be read, the payment has a fault; all else that can be read is there.</summary>
    public Payment Read(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var amount = Values.Read.Pence(row.Text(pence));
        var date = Values.Read.Date(row.Text(paidOn));
        var (fault, at) = row.Fault is { } broken ? (broken, -1)
            : amount.Value is null ? (amount.Fault ?? "There is no amount.", pence)
            : date.Value is null ? (date.Fault ?? "There is no date.", paidOn)
            : (null, -1);
        return new Payment
        {
            Payer = Shared(row, payer),
            PeriodEnd = Values.Read.Date(row.Text(periodEnd)).Value,
            Unit = Shared(row, unit),
            UnitCode = Shared(row, unitCode),
            Payee = Shared(row, payee),
            PayeeNumber = Shared(row, payeeNumber),
            VatNumber = Shared(row, vatNumber),
            IsRedacted = Redaction.Is(row.Text(payee)),
            PaidOn = date.Value,
            Pence = amount.Value,
            VatPence = Values.Read.Pence(row.Text(vatPence)).Value,
            Reference = Own(row, reference),
            Invoice = Own(row, invoice),
            Purpose = Shared(row, purpose),
            Category = Shared(row, category),
            CategoryCode = Shared(row, categoryCode),
            Fault = fault,
            FaultHeading = at < 0 ? null : headings[at],
        };
    }

    private int At(string field) => positions.GetValueOrDefault(field, -1);

    private string? Shared(Row row, int position)
    {
        var text = row.Text(position);
        if (text.IsEmpty || IsNothing(text))
        {
            return null;
        }

        if (lookup.TryGetValue(text, out var known))
        {
            return known;
        }

        var own = text.ToString();
        if (shared.Count < MostShared)
        {
            shared.Add(own);
        }

        return own;
    }

    private static string? Own(Row row, int position) => row.Text(position) is var text && !text.IsEmpty && !IsNothing(text) ? text.ToString() : null;

    private static bool IsNothing(ReadOnlySpan<char> text)
    {
        if (text.Length > 14)
        {
            return false;
        }

        foreach (var nothing in Nothing)
        {
            if (text.Equals(nothing, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
