using System.Globalization;
using Trellis.Standards.Values;

namespace Trellis.Tests.Standards.Values;

public sealed class Dates
{
    [Theory]
    [InlineData("2023-04-01")]
    [InlineData(" 2023-04-01 ")]
    [InlineData("2023-04-01T23:30:00Z")]
    [InlineData("2023-04-01T00:00:00+00:00")]
    [InlineData("2023-04-01 09:30")]
    [InlineData("20230401")]
    [InlineData("2023/04/01")]
    [InlineData("01/04/2023")]
    [InlineData("1/4/23")]
    [InlineData("01/04/2023 00:00:00")]
    [InlineData("1.4.2023")]
    [InlineData("01-04-2023")]
    [InlineData("1 Apr 23")]
    [InlineData("1-Apr-2023")]
    [InlineData("1st April 2023")]
    [InlineData("Saturday 1 April 2023")]
    [InlineData("April 1, 2023")]
    [InlineData("01-APR-2023")]
    [InlineData("1ST APRIL 2023")]
    [InlineData("SAT 1 APR 23")]
    [InlineData("SATURDAY 1 APRIL 2023")]
    [InlineData("01/04/2023T09:30")]
    [InlineData("20230401T0930")]
    public void A_day_is_read_in_the_ways_people_write_it(string text)
    {
        Assert.Equal(new Reading<DateOnly>(new DateOnly(2023, 4, 1)), Read.Date(text));
    }

    [Theory]
    [InlineData("31/02/2023")]
    [InlineData("04/25/2023")]
    [InlineData("13/13/2023")]
    [InlineData("2023-02-30")]
    [InlineData("1/2")]
    [InlineData("Tuesday")]
    [InlineData("2023-04-01 or later")]
    [InlineData("09:30")]
    [InlineData("2022-23")]
    [InlineData("2022/23")]
    [InlineData("0001-01-01")]
    [InlineData("12345678901234567890")]
    public void What_is_no_date_is_a_fault_that_names_the_text(string text)
    {
        var date = Read.DateOrMonth(text);
        Assert.Null(date.Value);
        Assert.Contains($"\"{text}\"", date.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("04/2023", "2023-04")]
    [InlineData("2023-04", "2023-04")]
    [InlineData("Apr-23", "2023-04")]
    [InlineData("Sept 2021", "2021-09")]
    [InlineData("2023", "2023")]
    public void A_month_or_a_year_is_not_taken_for_a_day(string text, string known)
    {
        Assert.Equal(known, Read.DateOrMonth(text).Value.ToString());
        Assert.Contains("missing", Read.Date(text).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_number_of_a_spreadsheet_is_read_with_a_note()
    {
        Assert.Equal(new DateOnly(2023, 4, 1), Read.Date("45017").Value);
        Assert.Equal(new DateOnly(2023, 4, 1), Read.Date("45017.75").Value);
        Assert.Contains("spreadsheet", Read.Date("45017").Note, StringComparison.Ordinal);
        Assert.NotNull(Read.Date("99999").Fault);
    }

    [Fact]
    public void Two_figures_of_a_year_are_of_this_century_up_to_49()
    {
        Assert.Equal(2049, Read.Date("1/1/49").Value!.Value.Year);
        Assert.Equal(1950, Read.Date("1/1/50").Value!.Value.Year);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("—")]
    [InlineData("Not known")]
    public void Nothing_is_neither_a_value_nor_a_fault(string? text)
    {
        Assert.True(Read.Date(text).IsBlank);
        Assert.True(Read.Pence(text).IsBlank);
        Assert.True(Read.Postcode(text).IsBlank);
        Assert.True(Read.Website(text).IsBlank);
        Assert.Null(Text.OrBlank(text));
    }

    [Fact]
    public void Every_day_of_a_century_comes_back_in_all_forms()
    {
        var british = CultureInfo.GetCultureInfo("en-GB");
        for (var day = new DateOnly(1950, 1, 1); day.Year < 2050; day = day.AddDays(1))
        {
            foreach (var form in new[] { "yyyy-MM-dd", "dd/MM/yyyy", "d MMM yy", "dd-MMM-yy", "d MMMM yyyy", "dddd d MMMM yyyy", "yyyyMMdd" })
            {
                var text = day.ToString(form, british);
                Assert.Equal(day, Read.Date(text).Value);
                Assert.Equal(day, Read.Date(text.ToUpperInvariant()).Value);
            }
        }
    }

    [Fact]
    public void The_last_day_of_a_month_is_known()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), Read.DateOrMonth("2024-02").Value!.Value.Last);
        Assert.Equal(new DateOnly(2023, 12, 31), Read.DateOrMonth("2023").Value!.Value.Last);
    }
}
