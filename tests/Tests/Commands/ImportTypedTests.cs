using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Commands;

/// <summary>What is said of files on the command line: kept for the next file, and a slip answered in a sentence.</summary>
public sealed class ImportTypedTests : IAsyncLifetime
{
    private readonly TestDatabase data = TestDatabase.Create();
    private readonly string folder = Scratch.Folder("typed");

    public async ValueTask InitializeAsync() => Assert.Equal(0, (await Typed.Command(data, "place", "--new", "Zork Valley", "--code", "E09999999")).Exit);

    public ValueTask DisposeAsync()
    {
        data.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Contact_details_are_shown_once_somebody_says_so_and_hidden_again_by_nothing_less()
    {
        var file = await Write("bowls.csv", "Group,Email,Post code\nZork Bowls,jo@example.org,M33 2RP\n");
        Assert.Contains("Nobody said, so it was read as “They may be people's own: do not show them”", (await Import(file)).Said, StringComparison.Ordinal);
        Assert.Null(await Email());

        await Import(file, "--map", "*=addresses=public", "--map", "Group=name");
        Assert.Equal("jo@example.org", await Email());
        await Write("bowls.csv", "Club,Email,Post code\nZork Bowls,jo2@example.org,M33 2RP\n");
        await Import(file, "--map", "Club=name");
        Assert.Equal("jo2@example.org", await Email());

        Assert.NotEqual(2, (await Import(file, "--map", "*=kind=Club", "--map", "*=addresses=private")).Exit);
        Assert.Null(await Email());
        await Write("bowls.csv", "Group,Email,Post code\nZork Bowls,jo3@example.org,M33 2RP\n");
        var later = await Import(file, "--map", "Group=name");
        Assert.Null(await Email());
        Assert.Contains("the whole of it as addresses=private; kind=Club", later.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody said", later.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--map", "*=addresses=privat", "addresses=privat cannot be said of a file. Choose one of addresses=private, addresses=public.")]
    [InlineData("--map", "Club", "“Club” does not say what a column holds. Write it as in --map \"Club=name\".")]
    [InlineData("--as-of", "soon", "--as-of: \"soon\" is not a date; please write it as 2023-04-01 or 01/04/2023.")]
    [InlineData("--report", "/nowhere/at-all/report.csv", "The report cannot be written to /nowhere/at-all/report.csv. Check that the folder is there and that you may write in it.")]
    public async Task A_slip_is_answered_in_a_sentence_and_nothing_comes_in(string option, string said, string sentence)
    {
        var refused = await Import(await Write("clubs.csv", "Club,Post code\nZork Bowls,M33 2RP\n"), "--map", "Club=name", option, said);
        Assert.Equal((2, sentence, ""), (refused.Exit, refused.Complained.Trim(), refused.Said));
        Assert.Equal(0, await Value<long>("SELECT count(*) FROM platform_import"));
    }

    [Fact]
    public async Task A_day_is_read_as_people_here_write_it()
    {
        await Import(await Write("clubs.csv", "Club,Post code\nZork Bowls,M33 2RP\n"), "--as-of", "01/04/2026");
        Assert.Equal(new DateOnly(2026, 4, 1), await Value<DateOnly>("SELECT as_of FROM platform_source"));
    }

    [Theory]
    [InlineData("match-quality", "/nowhere/at-all.csv")]
    [InlineData("mail-returned", "/nowhere/at-all.eml")]
    [InlineData("import", "/")]
    public async Task A_file_that_cannot_be_read_is_named(string command, string file)
    {
        var refused = await Typed.Command(data, command, file);
        Assert.Equal(2, refused.Exit);
        Assert.Contains(file, Assert.Single(refused.Complained.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("The data in", refused.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_gets_an_address_that_a_browser_can_be_sent_to_and_of_its_own()
    {
        Assert.Equal(0, (await Typed.Command(data, "place", "--new", "Ynys Môn", "--code", "W06000001", "--host", "mon.example.org")).Exit);
        Assert.Equal("ynys-mon", await Value<string>("SELECT slug FROM platform_place WHERE code = 'W06000001'"));
        var twin = await Typed.Command(data, "place", "--new", "Ynys  Mon", "--code", "W06000002", "--host", "mon2.example.org");
        Assert.Equal((2, "There is a place called Ynys Môn here already. Give this one another name."), (twin.Exit, twin.Complained.Trim()));
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_says_so()
    {
        var refused = await Typed.Command(data, "backup", "--out", "/proc/all.backup");
        Assert.Equal(2, refused.Exit);
        Assert.StartsWith("The backup could not be written", refused.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_comes_while_another_writes_is_told_to_come_again()
    {
        var busy = new Microsoft.Data.Sqlite.SqliteException("database is locked", 5);
        Assert.Equal("Something else is writing to the data in var, perhaps a list that is coming in. Nothing was changed; try again when it is done.", Trellis.App.Commands.Installation.Sentence("var", busy));
        Assert.Contains("a list is coming in", CannotSave.Because(busy), StringComparison.Ordinal);
    }

    private async Task<string> Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private Task<Typed> Import(string file, params string[] words) => Typed.Command(data, ["import", file, "--as", "group-list", .. words]);

    private Task<string?> Email() => Value<string>("SELECT email FROM groups_organisation");

    private async Task<T?> Value<T>(string sql)
    {
        using var database = new Database(data.Connection);
        await using var connection = await database.Open(default);
        return await connection.Value<T>(sql, default);
    }
}
