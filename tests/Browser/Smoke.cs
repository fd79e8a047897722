namespace Trellis.Tests;

public sealed class Smoke
{
    [Fact]
    public void One_is_one() => Assert.Equal(1, int.Parse("1"));
}
