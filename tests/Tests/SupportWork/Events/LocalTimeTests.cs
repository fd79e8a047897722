using Trellis.Support.Events;

namespace Trellis.Tests.SupportWork.Events;

/// <summary>Times as people write them, on a clock that is put forward and back.</summary>
public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("19:00", 19, 0)]
    [InlineData("7pm", 19, 0)]
    [InlineData(" 7.30 PM ", 19, 30)]
    [InlineData("12am", 0, 0)]
    [InlineData("12pm", 12, 0)]
    [InlineData("noon", 12, 0)]
    [InlineData("9", 9, 0)]
    public void Times_are_read_as_people_write_them(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), LocalTime.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("25:00")]
    [InlineData("19:60")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("soon")]
    public void What_is_no_time_is_none(string typed) => Assert.Null(LocalTime.Read(typed));

    [Fact]
    public void The_clock_is_put_forward_and_back()
    {
        Assert.Null(LocalTime.At(new(2027, 3, 28), new(1, 30))); // left out
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), LocalTime.At(new(2027, 10, 31), new(1, 30))); // shown twice: the first
        Assert.Equal(new DateTimeOffset(2027, 7, 1, 17, 0, 0, TimeSpan.Zero), LocalTime.At(new(2027, 7, 1), new(18, 0)));
        Assert.Equal(new DateOnly(2027, 7, 2), LocalTime.Day(new(2027, 7, 1, 23, 30, 0, TimeSpan.Zero)));
    }
}
