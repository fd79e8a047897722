using System.Text.Json;
using Trellis.Platform.Data;
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

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_in_one_sentence()
    {
        var refused = await Typed.Command(place.Data, "import", place.File("nowhere.csv"));

        Assert.Equal(2, refused.Exit);
        Assert.Contains("cannot be opened", refused.Complained, StringComparison.Ordinal);
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
