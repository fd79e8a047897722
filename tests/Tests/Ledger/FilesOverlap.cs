using Trellis.Ledger.Totals;
using Trellis.Platform.Exchange;

namespace Trellis.Tests.Ledger;

/// <summary>The same money in two files, and files of which a row cannot be trusted: nothing is counted twice without a word, and nothing is lost.</summary>
public sealed class FilesOverlap : IDisposable
{
    private const string Head = "OrganisationLabel,BeneficiaryName,PaymentDate,TransactionNumber,Amount,Purpose\n";
    private const string GrantHead = "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Recipient Org:Country,Recipient Ind:Identifier,Recipient Ind:Name,Funding Org:Identifier,Funding Org:Name\n";
    private const string Lunch = "g1,Lunch,GBP,100,2024-05-01,GB-CHC-1,Club,,,,GB-X,Fund\n";
    private const string Choir = "g2,Choir,GBP,200,2024-05-01,GB-CHC-2,Choir,,,,GB-X,Fund\n";

    private readonly LedgerPlace ledger = new();

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task A_grant_that_its_own_file_drops_counts_from_the_other_file_that_has_it()
    {
        await ledger.ImportText(GrantHead + Lunch + Choir, "360giving", "council");
        await ledger.ImportText(GrantHead + Lunch, "360giving", "registry");
        await ledger.ImportText(GrantHead + Lunch, "360giving", "registry");
        var newer = await ledger.ImportText(GrantHead + "g3,New,GBP,1,2025-05-01,GB-CHC-2,Choir,,,,GB-X,Fund\n", "360giving", "council");
        Assert.Equal(1, newer.Gone); // the choir's; the lunch is in the registry's file
        Assert.Equal(new Sum(2, 10100), await Total());
        Assert.Equal("registry.csv", await ledger.Ask<string>("SELECT i.file_name FROM ledger_grant g JOIN ledger_intake i ON i.id = g.intake_id WHERE g.identifier = 'g1'"));

        var grown = await ledger.ImportText(GrantHead + Lunch.Replace("100", "150", StringComparison.Ordinal), "360giving", "registry");
        Assert.Equal(1, grown[Outcome.Updated]);
        Assert.Equal(new Sum(2, 15100), await Total());
        Assert.Equal(1, (await ledger.ImportText(GrantHead + "g9,Last,GBP,1,2025-05-01,GB-CHC-2,Choir,,,,GB-X,Fund\n", "360giving", "registry")).Gone);
        Assert.Equal(new Sum(2, 200), await Total());
    }

    [Fact]
    public async Task A_file_that_no_longer_has_a_grant_does_not_keep_it()
    {
        await ledger.ImportText(GrantHead + Lunch, "360giving", "council");
        await ledger.ImportText(GrantHead + Lunch + Choir, "360giving", "registry");
        await ledger.ImportText(GrantHead + Choir, "360giving", "registry");
        await ledger.ImportText(GrantHead + Lunch.Replace("g1", "g4", StringComparison.Ordinal), "360giving", "council");
        Assert.Equal(1, await ledger.Ask<long>("SELECT COUNT(*) FROM ledger_grant WHERE identifier = 'g1' AND gone_on IS NOT NULL"));
        Assert.Equal(0, await ledger.Ask<long>("SELECT COUNT(*) FROM ledger_grant_elsewhere"));
    }

    [Fact]
    public async Task A_grant_whose_row_cannot_be_read_any_more_stays_as_it_was()
    {
        await ledger.ImportText(GrantHead + Lunch + Choir, "360giving", "g");
        var newer = await ledger.ImportText(GrantHead + Lunch.Replace(",100,", ",1.2k,", StringComparison.Ordinal) + Choir, "360giving", "g");
        Assert.Equal((1L, 1L, 0L), (newer[Outcome.Refused], newer[Outcome.Unchanged], newer.Gone));
        Assert.Equal(new Sum(2, 30000), await Total());
    }

    [Theory]
    [InlineData("g1,Lunch,GBP,100,2024-05-01,GB-CHC-2,Choir,,,,GB-X,Fund\n", "The grant names 2 recipients; it is shown with the first, Club.", "Club; Choir")]
    [InlineData("g1,Lunch,GBP,100,2024-05-01,GB-CHC-2,Choir,,,,GB-X,Fund\ng1,Lunch,GBP,100,2024-05-01,x,Redacted,,,,GB-X,Fund\n", "The grant names 3 recipients; it is shown with the first, Club.", "Club; Choir; one whose name is kept back")]
    [InlineData("g1,Lunch,GBP,100,2024-05-01,GB-CHC-1,Club,,,,GB-X,Fund\n", null, null)]
    [InlineData("", null, null)]
    public async Task A_grant_to_several_together_is_told_of(string more, string? wrong, string? names)
    {
        var report = await ledger.ImportText(GrantHead + Lunch + more, "360giving", "g");
        Assert.Equal(new Sum(1, 10000), await Total());
        var told = report.Findings.Where(finding => finding.Wrong.Contains("recipients", StringComparison.Ordinal)).ToList();
        Assert.Equal(wrong is null ? [] : [(wrong, names, Severity.Note)], told.Select(finding => (finding.Wrong, finding.Value, finding.Severity)));
    }

    [Fact]
    public async Task Payments_that_another_list_has_already_are_told_of()
    {
        const string quarter = Head + "C,A,2025-05-01,1,10,x\nC,B,2025-05-02,2,20,x\nC,B,2025-05-02,2,20,x\n";
        var first = await ledger.ImportText(quarter, "council-spend", "q1");
        Assert.DoesNotContain(first.Findings, finding => finding.Wrong.Contains("in already", StringComparison.Ordinal));
        var half = await ledger.ImportText(quarter + "C,D,2025-08-01,3,5,x\n", "council-spend", "half-year");
        var said = Assert.Single(half.Findings, finding => finding.Severity == Severity.Warning);
        Assert.StartsWith("3 of these payments are in already, from q1.csv", said.Wrong, StringComparison.Ordinal);
        Assert.Equal((4L, 4L), (half[Outcome.New], half.RowsIn));
        Assert.DoesNotContain((await ledger.ImportText(quarter + "C,D,2025-08-01,3,5,x\n", "council-spend", "half-year")).Findings, finding => finding.Severity == Severity.Warning);
    }

    [Fact]
    public async Task A_grant_whose_row_is_broken_is_refused_and_not_counted_as_something_else()
    {
        var report = await ledger.ImportText(GrantHead + "g1,Lunch,GBP,1,234,2024-05-01,GB-CHC-1,Club,,,,GB-X,Fund\n" + Choir, "360giving", "shifted");
        Assert.Equal((1L, 1L), (report[Outcome.Refused], report[Outcome.New]));
        Assert.Equal(2, Assert.Single(report.Findings, finding => finding.Severity == Severity.Refusal).Row);
    }

    [Fact]
    public async Task A_name_that_no_database_holds_is_refused_by_its_row()
    {
        var novel = new string('x', 5000);
        var spend = await ledger.ImportText(Head + $"C,{novel},2025-05-01,1,10,x\n{novel},A,2025-05-01,2,20,x\nC,A,2025-05-01,3,5,{novel}\n", "council-spend", "long");
        Assert.Equal((2L, 1L), (spend[Outcome.Refused], spend[Outcome.New]));
        Assert.Equal(["BeneficiaryName", "OrganisationLabel"], spend.Findings.Where(finding => finding.Severity == Severity.Refusal).Select(finding => finding.Heading));
        var grants = await ledger.ImportText(GrantHead + Choir + Lunch.Replace(",Club,", $",{novel},", StringComparison.Ordinal) + Lunch.Replace("g1", novel, StringComparison.Ordinal), "360giving", "long-grants");
        Assert.Equal((2L, 1L), (grants[Outcome.Refused], grants[Outcome.New]));
    }

    [Fact]
    public async Task A_character_that_no_text_has_is_refused_in_json_too()
    {
        var path = Path.Combine(Support.Scratch.Folder("ledger"), "nul.json");
        await File.WriteAllTextAsync(path, """
            {"grants":[
             {"id":"g1","title":"A\u0000B","currency":"GBP","amountAwarded":1,"awardDate":"2024-05-01","recipientOrganization":[{"id":"GB-CHC-1","name":"Club"}],"fundingOrganization":[{"id":"GB-X","name":"Fund"}]},
             {"id":"g2","title":"A\\u0000B","currency":"GBP","amountAwarded":2,"awardDate":"2024-05-01","recipientOrganization":[{}],"recipientIndividual":{"id":"p","name":"q"},"fundingOrganization":[{},{"id":"GB-X","name":"Fund"}]}]}
            """);
        var report = await ledger.Import(path, "360giving");
        Assert.Equal((1L, 1L), (report[Outcome.Refused], report[Outcome.New]));
        Assert.Equal(new Sum(1, 200), await Total());
    }

    [Fact]
    public async Task Whose_name_is_not_published_becomes_nobody()
    {
        await ledger.ImportText(
            GrantHead
            + "g1,To a person,GBP,100,2024-05-01,,,England,p1,Individual,GB-X,Fund\n"
            + "g5,Kept back,GBP,200,2024-05-01,360G-x-IND1,Redacted,,,,GB-X,Fund\n"
            + "g3,Kept back too,GBP,300,2024-05-01,360G-x-IND2,Name withheld,,,,GB-X,Fund\n" + Choir, "360giving", "people");
        Assert.Equal(["Choir", "Fund"], ledger.Known.Mentioned.Select(mention => mention.Name).Order(StringComparer.Ordinal));
        Assert.Equal(60000, (await ledger.Cube()).Total(new() { Standing = Standing.Redacted }).Pence);
    }

    [Fact]
    public async Task A_day_to_come_is_told_of_and_makes_no_year_whole()
    {
        var report = await ledger.ImportText(Head + "C,A,2025-05-01,1,10,x\nC,A,2026-05-01,2,10,x\nC,A,2062-05-01,3,10,x\n", "council-spend", "typing");
        Assert.Equal(4, Assert.Single(report.Findings, finding => finding.Severity == Severity.Warning).Row);
        Assert.Equal(2025, (await ledger.Cube()).LatestWholeYear?.Start);
    }

    [Fact]
    public async Task A_year_that_the_files_say_nothing_of_is_not_known()
    {
        await ledger.ImportText(Head + "C,A,2026-05-01,2,10,x\n", "council-spend", "first");
        Assert.Null((await ledger.Cube()).LatestWholeYear);
    }

    private async Task<Sum> Total() => (await ledger.Cube()).Total(MoneyFilter.Everything);
}
