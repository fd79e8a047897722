using Trellis.Support.Events;

namespace Trellis.Tests.SupportWork.Events;

/// <summary>Whatever comes and goes, no more places are taken than there are, and nobody waits while a place is free and nobody was asked.</summary>
public sealed class SeatsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_more_are_taken_than_there_are_whatever_comes_and_goes(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var seats = new Seats { EventId = Guid.Empty, Places = chance.Next(1, 8) };
            var (taken, waiting) = (0, 0);
            for (var step = 0; step < 100; step++)
            {
                switch (chance.Next(3))
                {
                    case 0:
                        var had = seats.Places > taken && waiting == 0;
                        Assert.Equal(had, seats.Arrive().HasPlace);
                        (taken, waiting) = had ? (taken + 1, waiting) : (taken, waiting + 1);
                        break;
                    case 1 when taken + waiting > 0:
                        var leaves = taken > 0 && (waiting == 0 || chance.Next(2) == 0);
                        seats.Leave(leaves);
                        (taken, waiting) = leaves ? (taken - 1, waiting) : (taken, waiting - 1);
                        break;
                    default:
                        var held = waiting > 0 && taken < seats.Places;
                        Assert.Equal(held, seats.Hold());
                        (taken, waiting) = held ? (taken + 1, waiting - 1) : (taken, waiting);
                        break;
                }

                Assert.Equal((taken, waiting), (seats.Taken, seats.Waiting));
                Assert.InRange(seats.Taken, 0, seats.Places);
            }
        }
    }
}
