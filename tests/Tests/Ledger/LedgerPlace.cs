using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Ledger.Coming;
using Trellis.Ledger.Totals;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>A place with a ledger of its own, into which tests bring files.</summary>
public class LedgerPlace : Site
{
    private Place? place;

    internal FewKnown Known { get; } = new();

    public Database Data => field ??= new(Database.Connection);

    public static string Demo(string file) => Path.Combine(Root, "data", "trafford", file);

    public async Task<Place> ThePlace()
    {
        if (place is null)
        {
            place = new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Trafford", Slug = "trafford", IsDemo = true };
            await InDb(async db =>
            {
                db.Add(place);
                await db.SaveChangesAsync();
            });
        }

        return place;
    }

    /// <summary>Brings a file in as the command line would, and expects it to be taken.</summary>
    internal async Task<ImportReport> Import(string path, string format, string? key = null, bool dryRun = false, Func<SourceDetails, SourceDetails>? said = null)
    {
        Importer[] importers = [new CouncilSpendImporter(Known), new GrantsImporter(Known)];
        using var gate = new WriteGate();
        var nobody = new Microsoft.AspNetCore.Http.HttpContextAccessor();
        var trail = new Trail(new(nobody), nobody, Data, gate, Clock, new(Data, gate, Clock));
        var run = new RunImport(Data, gate, importers, trail, Clock);
        var details = SourceDetails.OwnFile(path) with { Publisher = "Trafford Council", Key = key ?? Path.GetFileName(path) };
        var result = await run.Handle(await ThePlace(), new(path, said?.Invoke(details) ?? details, format, dryRun, "test", _ => { }), CancellationToken.None);
        Assert.True(result.Succeeded, string.Join(' ', result.Problems.Select(problem => problem.Message)));
        return result.Value.Report;
    }

    internal async Task<ImportReport> ImportText(string csv, string format, string key, Func<SourceDetails, SourceDetails>? said = null)
    {
        var path = Path.Combine(Scratch.Folder("ledger"), key + ".csv");
        await File.WriteAllTextAsync(path, csv);
        return await Import(path, format, key, said: said);
    }

    internal async Task<Cube> Cube()
    {
        var here = await ThePlace();
        return await With<BuildCube, Cube>(build => build.For(here.Id, CancellationToken.None));
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var connection = await Data.Open(CancellationToken.None);
        return (await connection.Query(sql, row => row.GetFieldValue<T>(0), CancellationToken.None)).Single();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<Organisations>(Known));
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Trellis.slnx")))
            {
                folder = folder.Parent!;
            }

            return folder.FullName;
        }
    }
}
