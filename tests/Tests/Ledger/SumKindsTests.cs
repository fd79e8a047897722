using Trellis.Ledger.Book;
using Trellis.Ledger.Totals;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>The front page's sums of money, made without the cube, are the cube's: also where somebody passed money on.</summary>
public sealed class SumKindsTests(Site site) : IClassFixture<Site>
{
    private const string Head = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\n";

    [Fact]
    public async Task They_are_the_cubes_and_count_a_pound_passed_on_once()
    {
        var place = await site.InDb(async db =>
        {
            var made = db.Add(new Place { Id = Guid.CreateVersion7(), Code = "X1", Name = "Here", Slug = "here", IsDemo = false }).Entity;
            await db.SaveChangesAsync();
            return made;
        });
        var taken = await site.TryImport(place, null, Head
            + "360G-1,Care,,GBP,5000,2024-05-01,GB-CHC-1111111,Carers Here,GB-CHC-2222222,Big Fund\n"
            + "360G-2,Tea,,GBP,2000,2024-06-01,GB-CHC-3333333,Tea Club,GB-CHC-1111111,Carers Here\n"
            + "360G-3,Cake,,GBP,300,2025-06-01,GB-CHC-3333333,Tea Club,GB-CHC-1111111,Carers Here\n", "grants");
        Assert.True(taken.Succeeded, taken.Succeeded ? "" : taken.Problems[0].Message);

        var sums = await site.With<SumKinds, IReadOnlyDictionary<MoneyKind, Sum>>(sum => sum.For(place.Id, default));
        var cube = await site.With<BuildCube, Cube>(build => build.For(place.Id, default));

        Assert.Equal(new Sum(3, 530_000), sums[MoneyKind.Grants]); // what was passed on in the same year is taken off, the 300 of the next is not
        Assert.Equal(cube.Total(new() { Kind = MoneyKind.Grants }), sums[MoneyKind.Grants]);
        Assert.Equal(default, sums.GetValueOrDefault(MoneyKind.Payments));
    }
}
