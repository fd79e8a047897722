using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Documents;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Privacy;
using Trellis.Tests.Documents;
using Trellis.Tests.Groups.Documents;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Privacy;

/// <summary>People see all that is kept of them, take it away, and are erased so that not a byte of them is left.</summary>
public sealed class ErasureTests(ErasureTests.WithFolder site) : IClassFixture<ErasureTests.WithFolder>
{
    private const string Name = "Canary Kanarienvogel";
    private const string Email = "canary.kanarienvogel@example.org";

    [Fact]
    public async Task An_erased_person_is_nowhere_and_comes_back_with_no_backup()
    {
        var visitor = await site.SignIn(Email);
        await (await visitor.Open("/me")).Press("Save", ("Name", Name));
        var bundle = await visitor.Open("/me/data?handler=All");
        Assert.Contains(Email, await Text(bundle.Body, "everything.json"), StringComparison.Ordinal);
        Assert.Contains(Name, await Text(bundle.Body, "everything.html"), StringComparison.Ordinal);
        Assert.NotEmpty(await Traces());
        var backup = Path.Combine(site.Folder, "..", $"backup-{Guid.CreateVersion7()}.trellis");
        Assert.True((await site.With<Backup, Result<BackupManifest>>(one => one.To(backup, default))).Succeeded);

        Assert.Equal(422, (await (await visitor.Open("/me/data")).Press("Erase me for good", ("Your email address", "other@example.org"))).Status);
        Assert.Equal(302, (await (await visitor.Open("/me/data")).Press("Erase me for good", ("Your email address", Email))).Status);
        Assert.Equal(404, (await visitor.Open("/me")).Status);
        Assert.Equal([], await Traces());
        Assert.Equal([], await Chain());

        Assert.True((await site.With<Restore, Result<BackupManifest>>(one => one.From(backup, true, default))).Succeeded);
        Assert.NotEmpty(await Traces());
        Assert.Equal(1, await site.With<ErasePerson, int>(one => one.Again(default)));
        Assert.Equal([], await Traces());
        File.Delete(backup);
    }

    [Fact]
    public async Task What_somebody_added_to_a_group_stays_with_it_or_goes_with_its_last()
    {
        await site.Place();
        var place = await site.OnePlace();
        foreach (var isLast in new[] { false, true })
        {
            var group = await site.OneGroup(place);
            var lead = await site.SignInAs(Role.Lead, group.Id, place.Id, Email);
            await (await lead.Open("/me")).Press("Save", ("Name", Name));
            var content = GoodFiles.Text(isLast ? $"Minutes, taken by {Name}.\n" : "Minutes, taken by our secretary.\n");
            await site.Add(lead, group, "Accounts", Passport.OwnPeople, content, isLast ? Name + ".txt" : "minutes.txt");
            if (!isLast)
            {
                await site.Appoint(Role.Member, group.Id, place.Id, "left-behind@example.org");
            }

            var bundle = await lead.Open("/me/data?handler=All");
            Assert.Equal(Encoding.UTF8.GetString(content), await Text(bundle.Body, $"documents/1 {(isLast ? Name : "minutes")}.txt"));
            Assert.Contains("Documents that people added", await Text(bundle.Body, "everything.html"), StringComparison.Ordinal);
            Assert.Equal(isLast, (await Traces()).Contains("platform_file_content.content"));
            Assert.Equal(302, (await (await lead.Open("/me/data")).Press("Erase me for good", ("Your email address", Email))).Status);
            Assert.Equal([], await Traces());
            Assert.Equal(isLast ? 0 : 1, await site.InDb(db => db.DocumentsOf(group.Id).CountAsync()));
        }

        Assert.Equal((1, 1), (await site.Files(), await site.Contents()));
    }

    [Theory]
    [InlineData(Email, $"Ask for {Name}, the treasurer", "Ask for [erased], the treasurer")]
    [InlineData("canary.kanarienvogel+sale@example.org", "Ask for the treasurer", "Ask for the treasurer")]
    public async Task A_lead_who_gave_their_own_address_as_the_groups_is_on_its_page_no_more(string email, string whom, string left)
    {
        await site.Place();
        var place = await site.OnePlace();
        var group = await site.OneGroup(place);
        var lead = await site.SignInAs(Role.Lead, group.Id, place.Id, email);
        await (await lead.Open("/me")).Press("Save", ("Name", Name));
        var saved = await (await lead.Open($"/groups/{group.Slug}/edit")).Press("Save", ("Email address of the group", email.Replace("canary.kanarienvogel", "Canary.Kanarienvogel", StringComparison.Ordinal)), ("Whom to ask for", whom), ("What they do", "Spokes for all"));
        Assert.Equal(302, saved.Status);
        Assert.Contains("kanarienvogel", (await site.Open("/groups/" + group.Slug)).Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Spokes for all", await Text((await lead.Open("/me/data?handler=All")).Body, "everything.json"), StringComparison.Ordinal);
        Assert.Equal(302, (await (await lead.Open("/me/data")).Press("Erase me for good", ("Your email address", email))).Status);
        Assert.Equal([], await Traces());
        Assert.Equal([], await Chain());
        var page = await site.Open("/groups/" + group.Slug);
        Assert.DoesNotContain("kanarienvogel", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(left, page.Text, StringComparison.Ordinal);
        Assert.Contains("Spokes for all", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_of_the_place_handle_its_people_and_must_say_why()
    {
        var place = await site.Place();
        var lead = await site.SignInAs(Role.SupportWorker, place, place);
        var worker = await site.InDb(db => db.Set<Person>().SingleAsync(one => one.Name == "Support worker"));
        Assert.Equal(404, (await lead.Open($"/people/{worker.Id}/data")).Status);
        var administrator = await site.SignInAs(Role.Administrator, place, place);
        var page = await administrator.Open($"/people/{worker.Id}/data");
        Assert.Equal(200, page.Status);
        Assert.Equal(422, (await page.Press("Erase this person for good", ("Reason", ""), ("The person’s email address", worker.Email))).Status);
        Assert.Equal(422, (await page.Press("Erase this person for good", ("Reason", "Letter of 1 May"), ("The person’s email address", "x@example.org"))).Status);
        Assert.Equal(302, (await page.Press("Erase this person for good", ("Reason", "Letter of 1 May"), ("The person’s email address", worker.Email))).Status);
        Assert.Equal(404, (await administrator.Open($"/people/{worker.Id}/data")).Status);
        var stranger = await site.InDb(db => Task.FromResult(db.Add(new Person { Id = Guid.CreateVersion7(), Name = "", Email = "no-role@example.org", CreatedAt = site.Clock.Now, IsSample = false }).Entity));
        Assert.Equal(404, (await administrator.Open($"/people/{stranger.Id}/data")).Status);
    }

    [Fact]
    public async Task What_has_been_kept_long_enough_is_previewed_and_ended_and_nothing_early()
    {
        await using var own = new Site();
        await own.SignIn("old@example.org");
        Assert.All(await own.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Preview(default)), line => Assert.Equal(0, line.Rows));
        own.Clock.Pass(TimeSpan.FromDays(2));
        var due = await own.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Preview(default));
        Assert.Equal(["Codes for signing in", "Counters of tries"], due.Where(line => line.Rows > 0).Select(line => line.Table.What));
        own.Clock.Pass(TimeSpan.FromDays(7 * 366));
        due = await own.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Preview(default));
        var done = await own.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Handle(default));
        Assert.Equal(due.Select(line => (line.Table.What, line.Rows)), done.Select(line => (line.Table.What, line.Rows)));
        Assert.Equal(["Browsers seen before", "Browsers signed in", "Codes for signing in", "Counters of tries", "Letters"], done.Where(line => line.Rows > 0).Select(line => line.Table.What));
        Assert.All(await own.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Handle(default)), line => Assert.Equal(0, line.Rows));
        Assert.Equal(1, await own.InDb(db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task The_record_of_processing_is_printed_for_everybody()
    {
        var rows = (await site.Open("/about/privacy/record")).Table("What is kept of people");
        Assert.Contains(rows, row => row[0] == "Accounts" && row[1] == "name, email address");
        Assert.Equal(site.Services.GetRequiredService<Register>().Personal.Count, rows.Count);
    }

    private async Task<IReadOnlyList<string>> Chain()
    {
        await using var connection = await site.Services.GetRequiredService<Database>().Open(default);
        return await site.Services.GetServices<ICheck>().OfType<ChainHolds>().Single().Faults(connection, default);
    }

    /// <summary>Where the canary can be found: in the bytes of the files, and in every column of every table.</summary>
    private async Task<IReadOnlyList<string>> Traces()
    {
        var database = site.Services.GetRequiredService<Database>();
        var found = new List<string>();
        var files = Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories);
        foreach (var file in database.IsSqlite ? files.Concat(Directory.EnumerateFiles(Path.GetDirectoryName(database.File)!, Path.GetFileName(database.File) + "*")) : files)
        {
            var bytes = await File.ReadAllBytesAsync(file);
            if (Holds(bytes, Name) || Holds(bytes, Email))
            {
                found.Add(Path.GetFileName(file));
            }
        }

        await using var connection = await database.Open(default);
        foreach (var table in await Guards.TablesOf.Database(database))
        {
            foreach (var column in table.Columns.Where(column => column.Type is "text" or "bytes"))
            {
                var holds = column.Type == "text" ? $"\"{column.Name}\" LIKE '%anarienvogel%'" : database.IsSqlite ? $"instr({column.Name}, CAST('anarienvogel' AS BLOB)) > 0" : $"position('anarienvogel'::bytea IN {column.Name}) > 0";
                if (await connection.Value<long>($"SELECT count(*) FROM {table.Name} WHERE {holds}", default) > 0)
                {
                    found.Add($"{table.Name}.{column.Name}");
                }
            }
        }

        return found;
    }

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static async Task<string> Text(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(await archive.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    /// <summary>A site with a data folder of its own, as a served one has.</summary>
    public sealed class WithFolder : Site
    {
        private Guid? place;

        public string Folder { get; } = Scratch.Folder("erase");

        public async Task<Guid> Place() => place ??= await InDb(async db =>
        {
            var made = new Trellis.Platform.Places.Place { Id = Guid.CreateVersion7(), Code = "E00000001", Name = "Testing", Slug = "testing", IsDemo = false };
            db.Add(made);
            await db.SaveChangesAsync();
            Clock.Pass(TimeSpan.FromSeconds(5));
            return made.Id;
        });

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Trellis:Data", Folder);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }
        }
    }
}
