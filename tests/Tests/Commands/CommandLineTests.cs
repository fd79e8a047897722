using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Commands;

public sealed class CommandLineTests(CommandLineTests.Place place) : IClassFixture<CommandLineTests.Place>
{
    private const string Clubs = "Club,Sport,Postcode\nPark Bowls Club,Bowls,M33 2RP\nHill Chess Club,Chess,m334qw\n,Nameless,M33 4QW\n";

    /// <summary>A copy of the demo place and a folder for files.</summary>
    public sealed class Place : IDisposable
    {
        public TestDatabase Data { get; } = DemoPlace.Create();

        public string Folder { get; } = Scratch.Folder("typed");

        public string File(string name) => Path.Combine(Folder, name);

        public void Dispose()
        {
            Data.Dispose();
            Directory.Delete(Folder, recursive: true);
        }
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var help = await Typed.Command(place.Data, "--help");

        Assert.Equal(0, help.Exit);
        Assert.All(["serve", "import", "export", "place", "backup", "restore", "verify"], command => Assert.Contains(command, help.Said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_command_is_refused_in_one_sentence()
    {
        var refused = await Typed.Command(place.Data, "imprt", "x.csv");

        Assert.Equal(2, refused.Exit);
        Assert.Contains("./trellis --help", refused.Complained, StringComparison.Ordinal);
        Assert.Single(refused.Complained.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("postgres://trellis@localhost/trellis")]
    [InlineData("Server=db;Database=trellis")]
    [InlineData("Data Source=")]
    [InlineData("Host=")]
    [InlineData("Host=db;Colour=green")]
    public async Task A_database_that_is_none_is_refused_in_one_sentence(string named)
    {
        foreach (var words in new[] { new[] { "verify" }, ["serve", "--place", "none"] })
        {
            var refused = await Typed.Over(named, words);
            Assert.Equal(2, refused.Exit);
            Assert.StartsWith("TRELLIS_DB names no database. Write Data Source=FILE for SQLite", refused.Complained.Trim(), StringComparison.Ordinal);
            Assert.Single(refused.Complained.Trim().Split('\n'));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_setting_that_is_empty_names_the_file_in_the_folder(string named) => Assert.StartsWith("sound  The database is whole", (await Typed.Over(named, "verify")).Said, StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    public async Task A_port_that_cannot_be_is_refused_in_one_sentence(string port)
    {
        var refused = await Typed.Command(place.Data, "serve", "--place", "none", "--port", port);

        Assert.Equal((2, $"There is no port {port}. Choose one from 1 to 65535 with --port."), (refused.Exit, refused.Complained.Trim()));
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_refused_in_one_sentence_and_before_a_place_is_loaded()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refused = await Typed.Over("", "serve", "--port", $"{port}", "--files", Path.Combine(Repository.Root, "data"));

        Assert.Equal((2, $"Port {port} is taken by another program. Choose another with --port."), (refused.Exit, refused.Complained.Trim()));
        Assert.Equal("", refused.Said);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_in_one_sentence()
    {
        var refused = await Typed.Command(place.Data, "import", place.File("nowhere.csv"));

        Assert.Equal(2, refused.Exit);
        Assert.Contains("There is no file " + place.File("nowhere.csv"), refused.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_accounts_for_every_row_and_keeps_nothing()
    {
        await File.WriteAllTextAsync(place.File("dry.csv"), Clubs);
        var before = await Organisations();

        var tried = await Typed.Command(place.Data, "import", place.File("dry.csv"), "--as", "group-list", "--map", "Club=name", "--dry-run");

        Assert.Equal(1, tried.Exit);
        Assert.Contains("3 rows = 2 new + 0 updated + 0 unchanged + 0 waiting for a person + 1 refused", tried.Said, StringComparison.Ordinal);
        Assert.Equal(before, await Organisations());
    }

    [Fact]
    public async Task A_list_comes_in_once_and_its_faults_go_into_the_report()
    {
        using var own = DemoPlace.Create();
        await File.WriteAllTextAsync(place.File("clubs.csv"), Clubs);
        string[] import = ["import", place.File("clubs.csv"), "--as", "group-list", "--map", "Club=name", "--report", place.File("report.csv")];

        var first = await Typed.Command(own, import);
        var again = await Typed.Command(own, import);

        Assert.Equal(1, first.Exit);
        Assert.Contains("2 new", first.Said, StringComparison.Ordinal);
        Assert.Contains("2 unchanged", again.Said, StringComparison.Ordinal);
        var report = await File.ReadAllLinesAsync(place.File("report.csv"));
        Assert.Equal("File,Sheet,Row,Column,Value,Severity,What is wrong,What was done", report[0]);
        Assert.Contains(report, line => line.StartsWith("clubs.csv,,4,", StringComparison.Ordinal) && line.Contains("Refusal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_made_a_list_is_remembered_for_its_next_file()
    {
        using var own = DemoPlace.Create();
        var file = place.File("quoits.csv");
        await File.WriteAllTextAsync(file, "Group,Post code\nQuoits of Sale,M33 2RP\n");
        await Typed.Command(own, "import", file, "--publisher", "Sale Sports Council", "--licence", "OGL v3.0", "--as-of", "2026-03-01");
        await File.WriteAllTextAsync(file, "Group,Post code\nQuoits of Sale,M33 2RP\nQuoits of Hale,WA15 8QW\n");

        Assert.Contains("1 new + 0 updated + 1 unchanged", (await Typed.Command(own, "import", file)).Said, StringComparison.Ordinal);

        var groups = Path.Combine(Path.GetDirectoryName(file)!, "quoits-out.json");
        await Typed.Command(own, "export", "groups", "--out", groups);
        Assert.Contains("From Sale Sports Council; OGL v3.0.", await File.ReadAllTextAsync(groups), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--as", "?", "Choose one of: 360giving, ")]
    [InlineData("--map", "Group=?", "Choose one of name, other-name, ")]
    public async Task What_can_be_said_of_a_file_is_listed(string option, string question, string answer)
    {
        await File.WriteAllTextAsync(place.File("asked.csv"), "Group,Post code\nQuoits of Sale,M33 2RP\n");
        var asked = await Typed.Command(place.Data, "import", place.File("asked.csv"), option, question);
        Assert.Equal(2, asked.Exit);
        Assert.Contains(answer, asked.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebodys_own_sheet_is_read_below_its_title_and_what_was_made_of_it_is_told()
    {
        await File.WriteAllBytesAsync(place.File("own.csv"), [.. "OUR GROUPS 2025,,,\n,,,\nGroup name,What they do,Post code,Last spoke to\nTrafford Carers Ctr,Help,M33 7XX,May\nCaf"u8, 0xE9, .. " of Nowhere,Tea,M33 2RP,June\n"u8]);

        var tried = await Typed.Command(place.Data, "import", place.File("own.csv"), "--dry-run");

        Assert.Equal((1, ""), (tried.Exit, tried.Complained));
        Assert.All(
            [
                "2 rows = 2 new", "of these, 1 joined to something known;", "What they do as purpose", "The file: Nothing is shown of what stands under Last spoke to. Kept with each row.",
                "row 4, “Trafford Carers Ctr”: This is taken for Trafford Carers Centre, which is here already.", "M33 7XX. Joined to it.",
                "The file: Above the headings stands \"OUR GROUPS 2025\", which was left out.", "The file: 1 byte is not UTF-8 and was read as Windows-1252.",
            ],
            words => Assert.Contains(words, tried.Said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("groups", "csv")]
    [InlineData("services", "xlsx")]
    public async Task An_export_holds_what_it_says(string format, string ending)
    {
        var file = place.File(format + "." + ending);

        var done = await Typed.Command(place.Data, "export", format, "--out", file);

        Assert.Equal(0, done.Exit);
        Assert.True(new FileInfo(file).Length > 2_000);
        Assert.False(File.Exists(file + ".unfinished"));
    }

    [Fact]
    public async Task The_grants_go_out_in_the_standard_with_the_same_sum()
    {
        var file = place.File("grants.json");

        var done = await Typed.Command(place.Data, "export", "360giving", "--out", file);

        Assert.Equal("555 records written to " + file, done.Said.Trim());
        using var package = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var grants = package.RootElement.GetProperty("grants").EnumerateArray().ToList();
        Assert.Equal(await Sum("SELECT CAST(SUM(amount_pence) AS bigint) FROM ledger_grant"), grants.Sum(grant => (long)(grant.GetProperty("amountAwarded").GetDecimal() * 100)));
        Assert.All(grants, grant => Assert.Equal("GB-LAE-TRF", grant.GetProperty("fundingOrganization")[0].GetProperty("id").GetString()));
    }

    [Fact]
    public async Task An_ending_that_cannot_be_written_is_refused()
    {
        var refused = await Typed.Command(place.Data, "export", "groups", "--out", place.File("groups.pdf"));

        Assert.Equal(2, refused.Exit);
        Assert.Contains(".csv, .xlsx, .json", refused.Complained, StringComparison.Ordinal);
        Assert.False(File.Exists(place.File("groups.pdf")));
    }

    [Fact]
    public async Task A_further_place_gets_an_administrator_who_signs_in_there()
    {
        await using var site = new DemoSite();
        Assert.Equal(0, (await Typed.Command(site.Database, "place", "--new", "Sale", "--code", "E05000001", "--host", "sale.example.org")).Exit);
        var made = await Typed.Command(site.Database, "administrator", "Ann@Example.org", "--in", "E05000001");
        var again = await Typed.Command(site.Database, "administrator", "ann@example.org", "--in", "E05000001");
        var wrong = await Typed.Command(site.Database, "administrator", "ann", "--in", "E05000001");
        Assert.Equal((0, 2, 2), (made.Exit, again.Exit, wrong.Exit));
        Assert.Equal("ann@example.org administers Sale already.", again.Complained.Trim());

        await site.InDb(db => db.Set<Letter>().ExecuteDeleteAsync()); // the command's own, with keys of its own folder
        site.Services.GetRequiredService<KnownPlaces>().LookAgainNow();
        var ann = await site.SignIn("ann@example.org");
        Assert.Equal(404, (await ann.Open("/people")).Status);
        ann.Client.DefaultRequestHeaders.Host = "sale.example.org";
        Assert.Equal(200, (await ann.Open("/people")).Status);
        Assert.Equal(0, (await Typed.Command(site.Database, "verify")).Exit);
    }

    [Fact]
    public async Task A_demo_that_was_ended_lends_its_made_up_people_no_more()
    {
        await using var site = new DemoSite();
        var place = await site.InDb(db => db.Places().FirstAsync());
        Assert.NotNull(await site.With<MakeSample, Person?>(make => make.Handle(place, "amina", default)));
        var amina = await site.SignIn("amina@trellis.example");
        Assert.Equal(200, (await amina.Open("/me")).Status);

        var ended = await Typed.Command(site.Database, "place", "--end-demo");
        var again = await Typed.Command(site.Database, "place", "--end-demo");

        Assert.Equal((0, 2), (ended.Exit, again.Exit));
        Assert.Equal("Trafford is no demo.", again.Complained.Trim());
        Assert.Equal(404, (await amina.Open("/me")).Status);
        var now = await site.InDb(db => db.Places().FirstAsync());
        Assert.False(now.IsDemo);
        Assert.Null(await site.With<MakeSample, Person?>(make => make.Handle(now, "amina", default)));
        Assert.Equal(0, (await Typed.Command(site.Database, "verify")).Exit);
    }

    [Fact]
    public async Task The_place_says_what_it_was_filled_from()
    {
        var said = (await Typed.Command(place.Data, "place")).Said;

        Assert.Contains("Trafford (E08000009), filled from 26 sources", said, StringComparison.Ordinal);
        Assert.Contains("ODbL 1.0", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_backed_up_comes_back()
    {
        using var empty = TestDatabase.CreateEmpty();
        var file = place.File("all.backup");

        Assert.Equal(0, (await Typed.Command(place.Data, "backup", "--out", file)).Exit);
        var restored = await Typed.Command(empty, "restore", file);
        var verified = await Typed.Command(empty, "verify");

        Assert.True(restored.Exit == 0, restored.Complained);
        Assert.Equal(0, verified.Exit);
        Assert.DoesNotContain("FAULT", verified.Said, StringComparison.Ordinal);
        await using var connection = await new Database(empty.Connection).Open(default);
        Assert.Equal(await Organisations(), await connection.Value<long>("SELECT count(*) FROM groups_organisation", default));
    }

    private Task<long> Organisations() => Sum("SELECT count(*) FROM groups_organisation");

    private async Task<long> Sum(string sql)
    {
        await using var connection = await new Database(place.Data.Connection).Open(default);
        return await connection.Value<long>(sql, default);
    }
}
