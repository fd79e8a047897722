using FsCheck;
using FsCheck.Fluent;
using Trellis.Platform.Measures;
using Trellis.Reports.Counting;
using Trellis.Reports.Indicators;

namespace Trellis.Tests.Reports;

/// <summary>Every figure equals a count by hand over the same records, and the list behind it holds exactly the records counted.</summary>
public sealed class CountingTests
{
    private const int Paid = 50_000;
    private static readonly string[] Breakdowns = [Dimensions.Ward, Dimensions.Size, Dimensions.Deprivation, "way"];

    public static TheoryData<int, bool, bool> Rules
    {
        get
        {
            var all = new TheoryData<int, bool, bool>();
            foreach (var rule in Enum.GetValues<CountingRule>())
            {
                all.Add((int)rule, false, false);
                all.Add((int)rule, true, false);
                all.Add((int)rule, true, true);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_figure_and_each_part_of_it_is_what_counting_by_hand_gives(int rule, bool narrowed, bool ofGroups) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Generated.Places, place =>
        {
            var indicator = Generated.Indicator((CountingRule)rule, narrowed, ofGroups);
            var figure = new Counting(indicator, place.Traits, Paid).Of(place.Records, place.Period, Breakdowns);
            Same(ByHand(place, indicator, null, null), figure.Value, figure.Records);
            foreach (var by in Breakdowns)
            {
                var names = Names(place, by).ToList();
                foreach (var name in names)
                {
                    var (value, records) = ByHand(place, indicator, by, name);
                    var part = figure.Parts[by].SingleOrDefault(one => one.Name == name);
                    if (records.Count > 0)
                    {
                        Assert.NotNull(part);
                        Same((value, records), part.Value, part.Records);
                    }
                    else
                    {
                        Assert.Null(part);
                    }
                }

                Assert.Empty(figure.Parts[by].Select(part => part.Name).Except(names));
            }
        }));

    [Fact]
    public void A_wrong_count_would_be_seen() => Assert.Contains("Falsifiable", Assert.ThrowsAny<Exception>(() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Generated.Places, place =>
        {
            var contacts = new Counting(Generated.Indicator(CountingRule.Records, false, false), place.Traits).Of(place.Records, place.Period);
            return contacts.Value == ByHand(place, Generated.Indicator(CountingRule.UniqueGroups, false, false), null, null).Value;
        }))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_period_says_itself_and_not_all_before_it() => Assert.Equal("2026-04-01 to 2026-06-30", new Period(new(2026, 4, 1), new(2026, 6, 30)).ToString());

    [Fact]
    public void The_period_before_has_the_same_length_and_touches_this_one()
    {
        Assert.Equal(new Period(new(2026, 4, 1), new(2026, 6, 30)), new Period(new(2026, 7, 1), new(2026, 9, 30)).Before);
        Assert.Equal(new Period(new(2025, 4, 1), new(2026, 3, 31)), new Period(new(2026, 4, 1), new(2027, 3, 31)).Before);
        Assert.Equal(new Period(new(2026, 1, 1), new(2026, 1, 10)), new Period(new(2026, 1, 11), new(2026, 1, 20)).Before);
    }

    private static void Same((long? Value, HashSet<Guid> Records) byHand, long? value, IReadOnlyList<CountedRecord> records)
    {
        Assert.Equal(byHand.Value, value);
        Assert.Equal(byHand.Records.Order(), records.Select(one => one.Id).Order());
        Assert.Equal(records.Count, records.DistinctBy(one => one.Id).Count());
    }

    private static IEnumerable<string> Names(MadeUp place, string by) => by == "way"
        ? place.Records.Select(one => one.Words.GetValueOrDefault("way", "Not known")).Distinct()
        : place.Records.SelectMany(one => one.Groups).Select(group => Trait(place, group, by)).Append("Not known").Distinct();

    private static string Trait(MadeUp place, Guid group, string by) => place.Traits.TryGetValue(group, out var known) && known.Of.TryGetValue(by, out var value) ? value : "Not known";

    /// <summary>As somebody would with a list and a pencil: record by record, nothing remembered but what was ticked off.</summary>
    private static (long? Value, HashSet<Guid> Records) ByHand(MadeUp place, Indicator indicator, string? by, string? name)
    {
        HashSet<Guid> ticked = [], groups = [];
        long sum = 0, fulfil = 0;
        var rule = indicator.Rule;
        foreach (var record in place.Records)
        {
            if (record.On < place.Period.First || record.On > place.Period.Last || !Fits(indicator, record))
            {
                continue;
            }

            var own = Own(place, indicator, record);
            var asksForGroups = rule is CountingRule.UniqueGroups or CountingRule.NewGroups || indicator.GroupsWhere.Count > 0;
            var has = record.Numbers.TryGetValue("minutes", out var minutes);
            if ((asksForGroups && own.Count == 0) || (!has && rule is CountingRule.Sum or CountingRule.Mean or CountingRule.PerPound or CountingRule.Share && !has))
            {
                continue;
            }

            if (by == "way" && record.Words.GetValueOrDefault("way", "Not known") != name)
            {
                continue;
            }

            if (by is not null and not "way")
            {
                var within = own.FindAll(group => Trait(place, group, by) == name);
                if (within.Count == 0 && !(own.Count == 0 && name == "Not known"))
                {
                    continue;
                }

                own = within;
            }

            ticked.Add(record.Id);
            groups.UnionWith(own);
            sum += minutes;
            fulfil += minutes is >= 60 and <= 900 ? 1 : 0;
        }

        long? value = rule switch
        {
            CountingRule.Records => ticked.Count,
            CountingRule.UniqueGroups or CountingRule.NewGroups => groups.Count,
            CountingRule.Sum => sum,
            CountingRule.PerPound => Round(sum, Paid),
            CountingRule.Mean => ticked.Count == 0 ? null : Round(sum, ticked.Count),
            _ => ticked.Count == 0 ? null : Round(fulfil, ticked.Count),
        };
        return (value, ticked);
    }

    /// <summary>The record's groups that the indicator means.</summary>
    private static List<Guid> Own(MadeUp place, Indicator indicator, CountedRecord record)
    {
        var own = new List<Guid>();
        foreach (var group in record.Groups)
        {
            var isSmall = Trait(place, group, Dimensions.Size) == "Less than £10,000 a year";
            var isNew = !place.Records.Any(earlier => earlier.On < place.Period.First && Fits(indicator, earlier) && earlier.Groups.Contains(group));
            if ((indicator.GroupsWhere.Count == 0 || isSmall) && (indicator.Rule != CountingRule.NewGroups || isNew))
            {
                own.Add(group);
            }
        }

        return own;
    }

    private static bool Fits(Indicator indicator, CountedRecord record) => indicator.Where.Count == 0 || (record.Words.TryGetValue("way", out var way) && way is "Phone" or "Visit");

    private static long Round(long part, long whole) => ((2000 * part) + whole) / (2 * whole); // half up, in whole numbers
}
