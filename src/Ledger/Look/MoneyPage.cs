using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Ledger.Book;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;
using Trellis.Platform.Web.Components;

namespace Trellis.Ledger.Look;

/// <summary>What all pages about money share: the place, its cube, and the part of it that the address asks for.</summary>
internal abstract class MoneyPage(Here here, Cubes cubes, Texts t) : PageModel
{
    public Place Place { get; private set; } = null!;

    public Cube Cube { get; private set; } = null!;

    public Names Names { get; private set; } = null!;

    public MoneyFilter Filter { get; private set; } = MoneyFilter.Everything;

    public Sum Total { get; private set; }

    /// <summary>The sides that a visitor has fixed and may leave open again.</summary>
    public virtual MoneyFilter Chosen => Filter;

    public Texts T => t;

    protected async Task Read(CancellationToken stop)
    {
        Place = await here.RequirePlace(stop);
        Cube = await cubes.For(Place.Id, stop);
        Names = new(Cube, t);
        Narrow(Address.Read(Request.Query));
    }

    protected void Narrow(MoneyFilter filter)
    {
        Filter = filter;
        Total = Cube.Total(filter);
    }

    /// <summary>How much a part is of the whole, in whole per cent.</summary>
    public string Part(Sum part, Sum whole) => whole.Pence == 0 ? "0%" : t["{0}%", Math.Round(100m * part.Pence / whole.Pence)];

    /// <summary>Bars for the largest parts of a side, with the rest in one, so that the bars are the whole.</summary>
    public Chart Bars(Side side, string title, int most, string? description = null)
    {
        var largest = Cube.Largest(side, Filter, most);
        var rows = largest.Slices.Select(slice => Bar(side, slice)).ToList();
        if (largest.Count > most)
        {
            rows.Add(new(t["{0} others", (largest.Count - most).ToString("N0")], largest.RestPence, Words(largest.RestPence), Address.Url(Paths.By(side), Filter)) { IsRest = true });
        }

        return new(title, Names.One(side), t["Pounds"], rows, description);
    }

    /// <summary>A choice of the form: its value in the address, its name, and whether it is chosen.</summary>
    public IEnumerable<(string Value, string Name, bool Chosen)> Choices(Side side)
    {
        var keys = side == Side.Year ? Cube.Years.Select(year => year.Start) : Cube.By(side, MoneyFilter.Everything).Select(slice => slice.Key);
        var chosen = Address.Parts(Filter).ToHashSet();
        foreach (var key in keys)
        {
            var part = Address.Parts(Names.Narrow(MoneyFilter.Everything, side, key)).Single();
            yield return (part.Value, Names.Of(side, key), chosen.Contains(part));
        }
    }

    /// <summary>What the form must carry along: the sides it has no question for.</summary>
    public IEnumerable<(string Name, string Value)> Carried => Address.Parts(new MoneyFilter { Programme = Filter.Programme, Recipient = Filter.Recipient });

    /// <summary>Where one part of a side leads: a recipient to its page, everything else to the same page narrowed to it.</summary>
    public string Open(Side side, int key) => side == Side.Recipient
        ? Address.Url(Paths.Recipient(Cube.Recipients[key].Id), Filter with { Recipient = null, Standing = null })
        : Address.Url("/money", Names.Narrow(Filter, side, key));

    /// <summary>The recipient's name as the cube has it, or as in the file where it is in no total.</summary>
    protected string NameOf(Recipient recipient) => Cube.Recipient(recipient.Id) is { } at ? Names.Of(Side.Recipient, at) : recipient.Name;

    /// <summary>From £100,000 on without the pence: beside a bar they hide the size, and the rows have them.</summary>
    private static string Words(long pence) => new Money(Math.Abs(pence) < 10_000_000 ? pence : pence / 100 * 100).ToString();

    private ChartRow Bar(Side side, Slice slice) =>
        new(Names.Of(side, slice.Key), slice.Sum.Pence, Words(slice.Sum.Pence), Open(side, slice.Key)) { IsRest = IsRest(side, slice.Key) };

    /// <summary>Parts that are no body, ward or programme but all that has none.</summary>
    private bool IsRest(Side side, int key) => side switch
    {
        Side.Ward => Cube.Wards[key].Code.Length == 0,
        Side.Programme => Cube.Programmes[key].IsPassedOn || Cube.Programmes[key].Label.Length == 0,
        Side.Recipient => Cube.Recipients[key].Standing == Standing.Redacted,
        Side.Standing => (Standing)key is Standing.Unmatched or Standing.Redacted,
        _ => false,
    };
}

/// <summary>The addresses under /money.</summary>
internal static class Paths
{
    public const string Rows = "/money/rows";

    public static string By(Side side) => "/money/by/" + Word(side);

    public static string Recipient(int id) => $"/money/recipients/{id}";

    public static string Row(MoneyKind kind, int id) => kind == MoneyKind.Payments ? $"/money/payments/{id}" : $"/money/grants/{id}";

    public static Side? Side(string word) => Enum.GetValues<Side>().Cast<Side?>().FirstOrDefault(side => Word(side!.Value) == word);

    private static string Word(Side side) => side switch
    {
        Totals.Side.Year => "year",
        Totals.Side.Funder => "funder",
        Totals.Side.Recipient => "recipient",
        Totals.Side.Programme => "purpose",
        Totals.Side.Ward => "ward",
        Totals.Side.Kind => "kind",
        _ => "standing",
    };
}
