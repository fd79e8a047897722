using FsCheck;
using FsCheck.Fluent;
using Trellis.Groups.Contract;
using Trellis.Ledger;
using Trellis.Ledger.Book;
using Trellis.Ledger.Totals;

namespace Trellis.Tests.Ledger;

/// <summary>Whatever the accounts and whatever is asked: the parts are the whole.</summary>
public sealed class CubeAddsUp
{
    private static readonly Guid Council = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Trust = Guid.Parse("00000000-0000-0000-0000-000000000002");

    private static readonly CubeParts Parts = new(
        [new(1, "Council", Council, null), new(2, "Trust", Trust, null), new(3, "Fund", null, null)],
        [
            new(1, "Trust", Trust, null, OrganisationKind.Charity, Standing.Group, "W1"), new(2, "Club", Guid.Empty, null, OrganisationKind.SportsClub, Standing.Group, "W2"),
            new(3, "Firm", null, null, null, Standing.Unmatched, null), new(4, "", null, null, null, Standing.Redacted, null),
            new(5, "Council", Council, null, OrganisationKind.PublicBody, Standing.OtherBody, "W1"),
        ],
        [new(0, MoneyKind.Grants, "", null), new(1, MoneyKind.Grants, "Small grants", null), new(2, MoneyKind.Payments, "Care", "321000")],
        [new("", "", null), new("W1", "Ashton", "ashton"), new("W2", "Sale", "sale")])
    {
        FunderById = new Dictionary<int, int> { [1] = 0, [2] = 1, [3] = 2 },
        RecipientById = new Dictionary<int, int> { [1] = 0, [2] = 1, [3] = 2, [4] = 3, [5] = 4 },
    };

    private static readonly Gen<Line> AnyLine =
        from funder in Gen.Choose(0, 2)
        from recipient in Gen.Choose(0, 4)
        from programme in Gen.Choose(1, 2)
        from ward in Gen.Choose(0, 2)
        from year in Gen.Choose(2019, 2026)
        from rows in Gen.Choose(1, 50)
        from pence in Gen.Choose(-1, 3) // few, so that sums are equal now and then
        select new Line(0, (MoneyKind)(programme - 1), year, funder, recipient, programme, ward, Parts.Recipients[recipient].Standing, rows, pence);

    private static readonly Gen<MoneyFilter> AnyFilter =
        from year in Gen.Choose(2017, 2027)
        from kind in Gen.Choose(0, 2)
        from funder in Gen.Choose(0, 4)
        from ward in Gen.Elements(null, "", "W1", "nowhere")
        from standing in Gen.Choose(0, 4)
        from recipient in Gen.Choose(0, 12)
        select new MoneyFilter
        {
            Recipient = recipient is > 0 and < 7 ? recipient : null, // 6 is nobody
            Year = year < 2019 ? null : new FinancialYear(year),
            Kind = kind == 2 ? null : (MoneyKind)kind,
            Funder = funder == 0 ? null : funder,
            Ward = ward,
            Standing = standing == 4 ? null : (Standing)standing,
        };

    [Fact]
    public void Every_breakdown_of_any_part_adds_up_to_that_part() =>
        Prop.ForAll(Arb.From(from lines in Gen.ListOf(AnyLine) from filter in AnyFilter select (lines, filter)), asked =>
        {
            var cube = Make(asked.lines);
            var whole = cube.Total(asked.filter);
            return Enum.GetValues<Side>().All(side =>
                cube.By(side, asked.filter).Aggregate(default(Sum), (sum, slice) => new(sum.Rows + slice.Sum.Rows, sum.Pence + slice.Sum.Pence)) == whole)
                && cube.By(Side.Funder, Side.Recipient, asked.filter, (_, key) => key).Values.Sum(sum => sum.Pence) == whole.Pence
                && Flow.Of(cube, asked.filter, most: 1).Links.Where(link => link.From.Side == Side.Funder).Sum(link => link.Pence) == whole.Pence;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_whole_is_what_a_plain_sum_of_the_lines_says() =>
        Prop.ForAll(Arb.From(from lines in Gen.ListOf(AnyLine) from year in Gen.Choose(2019, 2026) select (lines, year)), asked =>
            Make(asked.lines).Total(new() { Year = new FinancialYear(asked.year), Kind = MoneyKind.Payments }).Pence
                == asked.lines.Where(line => line.Year == asked.year && line.Kind == MoneyKind.Payments).Sum(line => line.Pence)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_asked_about_one_recipient_is_what_a_plain_sum_of_its_lines_says() =>
        Prop.ForAll(Arb.From(from lines in Gen.ListOf(AnyLine) from recipient in Gen.Choose(1, 6) select (lines, recipient)), asked =>
        {
            var (cube, its) = (Make(asked.lines), asked.lines.Where(line => line.Recipient == asked.recipient - 1).ToList());
            var filter = new MoneyFilter { Recipient = asked.recipient };
            return cube.Total(filter) == new Sum(its.Sum(line => line.Rows), its.Sum(line => line.Pence))
                && cube.By(Side.Year, filter).Select(slice => slice.Key).SequenceEqual(its.Select(line => line.Year).Distinct().Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_largest_parts_are_the_first_of_all_and_the_others_come_to_the_rest() =>
        Prop.ForAll(Arb.From(from lines in Gen.ListOf(AnyLine) from filter in AnyFilter from most in Gen.Choose(1, 6) select (lines, filter, most)), asked =>
        {
            var cube = Make(asked.lines);
            return Enum.GetValues<Side>().All(side =>
            {
                var (all, largest) = (cube.By(side, asked.filter), cube.Largest(side, asked.filter, asked.most));
                return largest.Slices.SequenceEqual(all.Take(asked.most)) && largest.Count == all.Count && largest.RestPence == all.Skip(asked.most).Sum(slice => slice.Sum.Pence)
                    && cube.Count(side, asked.filter, _ => true) == all.Count;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pages_one_after_another_are_the_list_and_lead_back_to_its_beginning() =>
        Prop.ForAll(Arb.From(from lines in Gen.ListOf(AnyLine) from filter in AnyFilter from size in Gen.Choose(1, 3) select (lines, filter, size)), asked =>
        {
            var cube = Make(asked.lines);
            return Enum.GetValues<Side>().All(side =>
            {
                var meant = cube.By(side, asked.filter).Where(slice => slice.Key % 3 != 1).ToList();
                for (var (from, page) = (0, Page(null)); ; from += asked.size, page = Page(page.Slices[^1].Key))
                {
                    var before = from > asked.size ? meant[from - asked.size - 1].Key : default(int?);
                    if (!page.Slices.SequenceEqual(meant.Skip(from).Take(asked.size)) || page.Count != meant.Count || page.From != from || page.AfterOfPrevious != before)
                    {
                        return false;
                    }

                    if (from + asked.size >= meant.Count)
                    {
                        return Page(int.MaxValue).From == 0; // a key that is gone begins anew
                    }
                }

                SlicePage Page(int? after) => cube.Page(side, asked.filter, after, asked.size, key => key % 3 != 1);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_each_recipient_has_of_each_funder_is_told_once()
    {
        Prop.ForAll(Arb.From(from lines in Gen.ListOf(AnyLine) from filter in AnyFilter select (lines, filter)), asked =>
        {
            var (cube, told) = (Make(asked.lines), new Dictionary<(int, int), long>());
            var order = new List<int>();
            cube.EachRecipient(asked.filter, (recipient, funders) =>
            {
                order.Add(recipient);
                foreach (var (funder, pence) in funders)
                {
                    told.Add((funder, recipient), pence);
                }
            });
            var plain = cube.By(Side.Funder, Side.Recipient, asked.filter with { RowsOnly = true }, (_, key) => key);
            return told.Count == plain.Count && told.All(pair => plain[pair.Key].Pence == pair.Value) && order.SequenceEqual(cube.ByName.Where(order.Contains));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Recipients_are_listed_as_in_an_index_of_names_whatever_their_capitals() =>
        Assert.Equal(["", "Club", "Council", "Firm", "Trust"], Make([]).ByName.Select(at => Parts.Recipients[at].Name));

    [Fact]
    public void A_pound_that_is_granted_on_is_counted_once()
    {
        // The council gives the trust 1,000; in the same year the trust gives the club 600, and another 500 the year after.
        Line[] lines = [Gift(0, 0, 2024, 100_000), Gift(1, 1, 2024, 60_000), Gift(1, 1, 2025, 50_000)];
        var cube = Make([.. lines, .. PassedOn.Lines(lines, Parts)]);
        Assert.Equal(150_000, cube.Total(MoneyFilter.Everything).Pence);
        Assert.Equal(100_000, cube.Total(new() { Year = new FinancialYear(2024) }).Pence);
        Assert.Equal(40_000, cube.By(Side.Recipient, MoneyFilter.Everything).Single(slice => slice.Key == 0).Sum.Pence);
        Assert.Equal((100_000, 60_000), (cube.Total(new() { Recipient = 1 }).Pence, cube.PassedOn(new() { Recipient = 1 })));
        Assert.Equal(110_000, cube.Total(new() { Recipient = 2 }).Pence);
        Assert.Equal(100_000, cube.Total(new() { Funder = 1 }).Pence);
        Assert.Equal(50_000, cube.Total(new() { Funder = 2 }).Pence);
        Assert.Equal(-60_000, cube.Total(new() { Programme = 0 }).Pence);
    }

    [Fact]
    public void What_one_recipient_got_is_what_its_rows_say_and_the_totals_take_off_what_it_passed_on() =>
        Prop.ForAll(Arb.From(from lines in Gen.ListOf(AnyLine) from year in Gen.Choose(2018, 2026) select (lines.ToList(), year)), asked =>
        {
            var (lines, year) = (asked.Item1, asked.year < 2019 ? null : (FinancialYear?)new FinancialYear(asked.year));
            var cube = Make([.. lines, .. PassedOn.Lines(lines, Parts)]);
            var listed = cube.By(Side.Recipient, new() { Year = year }).ToDictionary(slice => slice.Key, slice => slice.Sum.Pence);
            return Parts.Recipients.Select((party, at) => (Filter: new MoneyFilter { Recipient = party.Id, Year = year }, at)).All(one =>
                cube.Total(one.Filter).Pence == lines.Where(line => line.Recipient == one.at && (year is null || line.Year == year.Value.Start)).Sum(line => line.Pence)
                && cube.Total(one.Filter).Pence - cube.PassedOn(one.Filter) == listed.GetValueOrDefault(one.at))
                && cube.Total(new() { Year = year, RowsOnly = true }).Pence - cube.PassedOn(new() { Year = year }) == cube.Total(new() { Year = year }).Pence;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Giving_more_than_was_got_takes_off_no_more_than_was_got()
    {
        Line[] lines = [Gift(0, 0, 2024, 10_000), Gift(1, 1, 2024, 60_000)];
        Assert.Equal(-10_000, Assert.Single(PassedOn.Lines(lines, Parts)).Pence);
        Assert.Empty(PassedOn.Lines([Gift(1, 1, 2024, 60_000)], Parts));
    }

    [Fact]
    public void Dependence_is_the_part_of_the_largest_funder_and_leaves_out_who_gave_more_back_than_they_got()
    {
        var cube = Make([Gift(0, 1, 2024, 75_000), Gift(2, 1, 2023, 25_000), Gift(0, 2, 2024, -10)]);
        var told = new List<Dependence>();
        Dependence.Each(cube, MoneyFilter.Everything, told.Add);
        var only = Assert.Single(told);
        Assert.Equal((1, 0, 100_000L, 750L), (only.Recipient, only.Funder, only.Pence, only.Permille));
    }

    [Fact]
    public void An_empty_ledger_can_be_asked_anything()
    {
        var cube = Make([]);
        Assert.All(Enum.GetValues<Side>(), side => Assert.Empty(cube.By(side, MoneyFilter.Everything)));
        Assert.Empty(Flow.Of(cube, MoneyFilter.Everything).Nodes);
        Assert.Equal(default, cube.Total(new() { Funder = 77, Ward = "x" }));
    }

    private static Line Gift(int funder, int recipient, int year, long pence) =>
        new(0, MoneyKind.Grants, year, funder, recipient, 1, 0, Parts.Recipients[recipient].Standing, 1, pence);

    /// <summary>Each line with rows behind it is an account of its own.</summary>
    private static Cube Make(IEnumerable<Line> lines) => new(Parts, [.. lines.Select((line, at) => line.Rows > 0 ? line with { Account = at + 1 } : line)]);
}
