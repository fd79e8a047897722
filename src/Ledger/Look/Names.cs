using Trellis.Ledger.Book;
using Trellis.Ledger.Totals;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Look;

/// <summary>What the parts of the money are called on a page.</summary>
internal sealed class Names(Cube cube, Texts t)
{
    public string Of(Side side, int key) => side switch
    {
        Side.Year => new FinancialYear(key).ToString(),
        Side.Funder => cube.Funders[key].Name,
        Side.Recipient => Of(cube.Recipients[key]),
        Side.Programme => Of(cube.Programmes[key]),
        Side.Ward => Of(cube.Wards[key]),
        Side.Kind => Of((MoneyKind)key),
        _ => Of((Standing)key),
    };

    public string Of(RecipientPart recipient) => recipient.Standing == Standing.Redacted ? t["Name kept back by the payer"]
        : recipient.Name.Length == 0 ? t["No name in the file"]
        : recipient.Name;

    public string Of(ProgrammePart programme) => programme.IsPassedOn ? t["Passed on to others, counted there"]
        : programme.Label.Length == 0 ? t["Not classified by the payer"]
        : programme.Label;

    public string Of(WardPart ward) => ward.Code.Length == 0 ? t["No known ward"] : ward.Name;

    public string Of(FlowNode node) => node.Key != Flow.Others ? Of(node.Side, node.Key) : node.Side switch
    {
        Side.Funder => t["Other funders"],
        Side.Programme => t["Other purposes"],
        _ => t["Other recipients"],
    };

    public string Of(MoneyKind kind) => kind == MoneyKind.Grants ? t["Grants"] : t["Payments"];

    public string Of(Standing standing) => standing switch
    {
        Standing.Group => t["Voluntary groups we know"],
        Standing.OtherBody => t["Other bodies we know"],
        Standing.Unmatched => t["Others, mostly businesses"],
        _ => t["Names kept back"],
    };

    /// <summary>Whether the letters stand in a part's name; letter by letter, since there may be a hundred thousand to look through, and the rules of a language are slow.</summary>
    public bool Holds(string letters, Side side, int key) => letters.Length == 0 || Of(side, key).Contains(letters, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a side is called as a heading of a list.</summary>
    public string One(Side side) => side switch
    {
        Side.Year => t["Year"],
        Side.Funder => t["Funder or payer"],
        Side.Recipient => t["Who got it"],
        Side.Programme => t["What it was for"],
        Side.Ward => t["Ward"],
        Side.Kind => t["Kind"],
        _ => t["Who they are"],
    };

    /// <summary>The title of the page that lists all parts of a side.</summary>
    public string All(Side side) => side switch
    {
        Side.Year => t["Public money by year"],
        Side.Funder => t["Public money by funder"],
        Side.Recipient => t["Public money by recipient"],
        Side.Programme => t["Public money by what it was for"],
        Side.Ward => t["Public money by ward"],
        Side.Kind => t["Grants and payments"],
        _ => t["What we know of the recipients"],
    };

    /// <summary>The filter narrowed to one part.</summary>
    public MoneyFilter Narrow(MoneyFilter filter, Side side, int key) => side switch
    {
        Side.Year => filter with { Year = new FinancialYear(key) },
        Side.Funder => filter with { Funder = cube.Funders[key].Id },
        Side.Recipient => filter with { Recipient = cube.Recipients[key].Id },
        Side.Programme => filter with { Programme = cube.Programmes[key].Id },
        Side.Ward => filter with { Ward = cube.Wards[key].Code },
        Side.Kind => filter with { Kind = (MoneyKind)key },
        _ => filter with { Standing = (Standing)key },
    };

    /// <summary>Each part that the filter fixes, in words, with the filter that leaves it open again.</summary>
    public IEnumerable<(string Words, MoneyFilter Without)> Chosen(MoneyFilter filter)
    {
        (string? Words, MoneyFilter Without)[] all =
        [
            (filter.Year?.ToString(), filter with { Year = null }),
            (filter.Kind is { } kind ? Of(kind) : null, filter with { Kind = null }),
            (Named(filter.Funder, cube.Funder, at => cube.Funders[at].Name), filter with { Funder = null }),
            (Named(filter.Programme, cube.Programme, at => Of(cube.Programmes[at])), filter with { Programme = null }),
            (filter.Ward is { } ward ? cube.Ward(ward) is { } at ? Of(cube.Wards[at]) : ward : null, filter with { Ward = null }),
            (Named(filter.Recipient, cube.Recipient, at => Of(cube.Recipients[at])), filter with { Recipient = null }),
            (filter.Standing is { } standing ? Of(standing) : null, filter with { Standing = null }),
        ];
        return all.Where(part => part.Words is not null).Select(part => (part.Words!, part.Without));
    }

    private string? Named(int? id, Func<int, int?> find, Func<int, string> name) =>
        id is null ? null : find(id.Value) is { } at ? name(at) : t["not known here"];
}
