using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Durability;

/// <summary>The demo place as it is loaded passes every check, and each check notices its own kind of damage.</summary>
public sealed class ChecksOfTheDemo(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task The_demo_place_adds_up_until_it_is_damaged()
    {
        Assert.All(await Run(), check => Assert.Equal([], check.Faults));
        var damage = new Dictionary<string, string>
        {
            ["UPDATE platform_import SET rows_in = rows_in + 1 WHERE format = 'council-spend'"] = "Every import accounts for all its rows",
            ["UPDATE ledger_account SET pence = pence + 1 WHERE id = (SELECT max(id) FROM ledger_account)"] = "Every total of public money is the sum of its rows",
            ["UPDATE ledger_payment SET intake_id = 999 WHERE id = (SELECT max(id) FROM ledger_payment)"] = "Every grant and payment belongs to a total and came in a file",
            ["UPDATE ledger_recipient SET organisation_id = place_id WHERE id = (SELECT max(id) FROM ledger_recipient)"] = "Every recipient that was joined to an organisation is joined to one that is there",
            ["UPDATE groups_source_record SET organisation_id = NULL WHERE organisation_id = (SELECT id FROM groups_organisation WHERE is_listed LIMIT 1)"] = "Every group that is listed is named by a source",
        };
        foreach (var (sql, _) in damage)
        {
            await site.InDb(db => db.Database.ExecuteSqlRawAsync(sql));
        }

        Assert.Equal(damage.Values.Order(StringComparer.Ordinal), (await Run()).Where(check => check.Faults.Count > 0).Select(check => check.What).Order(StringComparer.Ordinal));
    }

    private Task<List<Checked>> Run() => site.With<Verify, List<Checked>>(async verify =>
    {
        var all = new List<Checked>();
        await foreach (var one in verify.Run(default))
        {
            all.Add(one);
        }

        return all;
    });
}
