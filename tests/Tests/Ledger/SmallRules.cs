using Trellis.Ledger;
using Trellis.Ledger.Book;
using Trellis.Ledger.Coming;
using Trellis.Ledger.Rows;

namespace Trellis.Tests.Ledger;

/// <summary>The ledger's small rules: years, fingerprints, places in a list.</summary>
public sealed class SmallRules
{
    [Theory]
    [InlineData(2025, 4, 1, "2025-26")]
    [InlineData(2026, 3, 31, "2025-26")]
    [InlineData(2026, 1, 1, "2025-26")]
    [InlineData(1999, 4, 1, "1999-00")]
    public void A_financial_year_goes_from_april_to_march(int year, int month, int day, string label)
    {
        var found = FinancialYear.Of(new(year, month, day));
        Assert.Equal(label, found.ToString());
        Assert.Equal(found, FinancialYear.Parse(label));
        Assert.InRange(new DateOnly(year, month, day), found.First, found.Last);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025")]
    [InlineData("2025-27")]
    [InlineData("2025/26")]
    [InlineData("9999-00")]
    [InlineData("-025-26")]
    public void What_is_no_financial_year_is_none(string? text) => Assert.Null(FinancialYear.Parse(text));

    [Fact]
    public void Fingerprints_differ_wherever_the_texts_do()
    {
        string?[][] rows = [["a", "b"], ["ab", ""], ["", "ab"], ["a", null], [null, "a"], ["b", "a"], ["aaaaaaaa", "b"], ["aaaaaaab", "b"], ["aaaa", "aaaab"], ["a ", "b"]];
        Assert.Equal(rows.Length, rows.Select(Print).Distinct().Count());
        Assert.Equal(Print(["x", null, "yyyyyyyyyyyy"]), Print(["x", null, "yyyyyyyyyyyy"]));
    }

    [Fact]
    public void A_million_near_twins_have_a_million_fingerprints() =>
        Assert.Equal(1_000_000, Enumerable.Range(0, 1_000_000).Select(number =>
        {
            var print = new Fingerprint();
            print.Add(number);
            return print.Value;
        }).Distinct().Count());

    [Fact]
    public void A_row_that_stands_twice_is_met_twice_and_no_more()
    {
        var known = new KnownRows([7, 3, 7, 9], [1, 2, 3, 4]);
        Assert.True(known.Meet(7));
        Assert.True(known.Meet(7));
        Assert.False(known.Meet(7));
        Assert.False(known.Meet(8));
        Assert.True(known.Meet(9));
        Assert.Equal([2], known.NotMet());
        Assert.False(new KnownRows([], []).Meet(1));
    }

    [Fact]
    public void A_place_in_a_list_survives_the_address_bar()
    {
        var cursor = new Cursor(new(2025, 5, 1), MoneyKind.Payments, 12, 345);
        Assert.Equal(cursor, Cursor.Parse(cursor.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("20250501-1-2")]
    [InlineData("20250501-2-1-1")]
    [InlineData("20251301-1-1-1")]
    [InlineData("20250501-1--1-1")]
    [InlineData("20250501-1-1-99999999999999")]
    public void What_is_no_place_in_a_list_is_the_beginning(string text) => Assert.Null(Cursor.Parse(text));

    private static long Print(string?[] texts)
    {
        var print = new Fingerprint();
        foreach (var text in texts)
        {
            print.Add(text);
        }

        return print.Value;
    }
}
