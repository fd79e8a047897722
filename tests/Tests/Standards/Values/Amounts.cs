using System.Globalization;
using Trellis.Standards.Values;

namespace Trellis.Tests.Standards.Values;

public sealed class Amounts
{
    [Theory]
    [InlineData("1234.5", 123450)]
    [InlineData("£1,234.50", 123450)]
    [InlineData("1 234.50", 123450)]
    [InlineData("75186.0", 7518600)]
    [InlineData("75186.000", 7518600)]
    [InlineData("(12.00)", -1200)]
    [InlineData("-12", -1200)]
    [InlineData("−12", -1200)]
    [InlineData("12-", -1200)]
    [InlineData("£-12.00", -1200)]
    [InlineData("12.00 GBP", 1200)]
    [InlineData("GBP 12", 1200)]
    [InlineData("+5", 500)]
    [InlineData(".5", 50)]
    [InlineData("5.", 500)]
    [InlineData("0", 0)]
    [InlineData("£1,234,567.89", 123456789)]
    public void An_amount_is_read_in_the_ways_people_write_it(string text, long pence) => Assert.Equal(new Reading<long>(pence), Read.Pence(text));

    [Theory]
    [InlineData("1.2k", "rounded amount")]
    [InlineData("£3m", "rounded amount")]
    [InlineData("1.2E+05", "shortened by a spreadsheet")]
    [InlineData("€5", "not in pounds")]
    [InlineData("1.234", "three places")]
    [InlineData("1,23", "not an amount")]
    [InlineData("1,2345", "not an amount")]
    [InlineData("12,345,67", "not an amount")]
    [InlineData("--5", "not an amount")]
    [InlineData("(-5)", "not an amount")]
    [InlineData("1.2.3", "not an amount")]
    [InlineData("05/12/2014", "not an amount")]
    [InlineData("£", "not an amount")]
    [InlineData("five", "not an amount")]
    [InlineData("99999999999999999999", "larger than any amount")]
    [InlineData("1000000000000.01", "larger than any amount")]
    public void What_could_mean_something_else_is_refused_with_its_reason(string text, string reason)
    {
        var amount = Read.Pence(text);
        Assert.Null(amount.Value);
        Assert.Contains(reason, amount.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12.3456", 1235)]
    [InlineData("-0.0051", -1)]
    [InlineData("1103.3333333333333", 110333)]
    public void More_than_three_places_are_rounded_with_a_note(string text, long pence)
    {
        Assert.Equal(pence, Read.Pence(text).Value);
        Assert.Contains("nearest penny", Read.Pence(text).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_amount_comes_back_in_all_forms()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var pence = random.NextInt64(-100_000_000_000, 100_000_000_000);
            var pounds = pence / 100m;
            Assert.Equal(pence, Read.Pence(pounds.ToString(CultureInfo.InvariantCulture)).Value);
            Assert.Equal(pence, Read.Pence(pounds.ToString("£#,##0.00;(£#,##0.00)", CultureInfo.InvariantCulture)).Value);
            Assert.Equal(pence, Read.Pence(pounds.ToString("0.0000", CultureInfo.InvariantCulture)).Value);
        }
    }

    [Fact]
    public void Whole_numbers_are_whole()
    {
        Assert.Equal(75186, Read.Whole("75,186").Value);
        Assert.Equal(12, Read.Whole("12.0").Value);
        Assert.NotNull(Read.Whole("12.5").Fault);
        Assert.NotNull(Read.Whole("£12").Fault);
    }
}
