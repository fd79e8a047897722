using Trellis.Platform.Data;

namespace Trellis.Bench;

/// <summary>The pages of four hundred groups over HTTP, sixteen people at once: those with the most payments, with the most names, and any others by seed.</summary>
internal static class GroupPages
{
    private const int Clients = 16;
    private const int Pages = 2000;
    private const int Steady = 150; // as many public pages as a small machine is promised to give

    private const string Paid = """
        SELECT organisation.slug FROM groups_organisation organisation JOIN ledger_recipient recipient ON recipient.organisation_id = organisation.id
        JOIN ledger_account account ON account.recipient_id = recipient.id
        WHERE organisation.merged_into_id IS NULL GROUP BY organisation.id ORDER BY SUM(account.row_count) DESC LIMIT 100
        """;

    private const string Named = """
        SELECT organisation.slug FROM groups_organisation organisation JOIN groups_name name ON name.organisation_id = organisation.id
        WHERE organisation.merged_into_id IS NULL GROUP BY organisation.id ORDER BY COUNT(*) DESC, organisation.slug LIMIT 100
        """;

    public static async Task<int> Run(string[] args)
    {
        var file = Country.FileOf(args);
        if (!File.Exists(file))
        {
            Console.WriteLine(Country.Missing(file));
            return 2;
        }

        var (place, addresses) = await Choose(file);
        await using var site = await Served.Start(file);
        Console.WriteLine($"{addresses.Count} groups, {Clients} visitors");
        Console.WriteLine(Figures.Heading);
        (await site.Measure(addresses, new(Clients, Pages))).Print("group page, warming up");
        var fast = await site.Measure(addresses, new(Clients, Pages));
        fast.Print("as fast as 16 visitors can");
        var steady = await site.Measure(addresses, new(Clients, Pages, Steady));
        steady.Print($"at {Steady} pages a second");
        return Promises.Tell(args, [new(place, $"group page in the server at {Steady} a second, p99", "ms", steady.InServer99, AtMost: 15)]);
    }

    private static async Task<(string Place, List<string> Addresses)> Choose(string file)
    {
        using var database = new Database($"Data Source={file}");
        await using var connection = await database.Open(default);
        var all = await connection.Query("SELECT slug FROM groups_organisation WHERE merged_into_id IS NULL ORDER BY slug", row => row.GetString(0), default);
        var chance = new Random(401);
        var slugs = new HashSet<string>([.. await connection.Query(Paid, row => row.GetString(0), default), .. await connection.Query(Named, row => row.GetString(0), default)]);
        while (slugs.Count < Math.Min(400, all.Count))
        {
            slugs.Add(all[chance.Next(all.Count)]);
        }

        var addresses = slugs.Select(slug => "/groups/" + slug).ToArray();
        chance.Shuffle(addresses);
        return (await Country.Word(connection), [.. addresses]);
    }
}
