using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

/// <summary>Lists of groups on their way in.</summary>
public sealed class IntakeTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Register = """
        registered_charity_number,charity_company_registration_number,charity_name,charity_type,charity_activities,date_of_registration,charity_contact_postcode,charity_contact_web
        1102075,04695523,TRAFFORD CARERS CENTRE,Charitable company,Support for carers.,2004-02-12,M33 7XX,www.traffordcarerscentre.org.uk
        1102076,NA,SALE CHORAL SOCIETY,Other,NA,1965-04-29,M33 2AA,NA
        """;

    private Place place = null!;

    public async ValueTask InitializeAsync() => place = await site.MakePlace();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_was_said_of_the_columns_is_remembered_for_the_next_file_of_that_name()
    {
        var here = await site.MakePlace();
        await site.Import(here, "group-list", "Club,Area code\nZork Bowls,M33 2RP\n", "clubs", mapping: [("Club", "name"), ("Area code", "postcode")]);
        var again = await site.Import(here, "group-list", "Club,Area code\nZork Bowls,M33 2RP\nZork Chess,M33 3RP\n", "clubs");
        Assert.Equal([1, 0, 1, 0, 0], again.Report.Counts());
        Assert.Contains("The columns were read as somebody said for an earlier file of this name: Club as name, Area code as postcode", again.Report.Findings.Select(finding => finding.Wrong));

        var otherwise = await site.Import(here, "group-list", "Club,Post code\nZork Bowls,M33 2RP\nZork Chess,M33 3RP\n", "clubs");
        Assert.Equal([0, 2, 0, 0, 0], otherwise.Report.Counts()); // one column is another, and read by its heading
        Assert.Contains("The columns were read as somebody said for an earlier file of this name: Club as name", otherwise.Report.Findings.Select(finding => finding.Wrong));
    }

    [Theory]
    [InlineData("Clubb", "name", "wrong.csv has no column Clubb. It has Club, Area code.")]
    [InlineData("Club", "nam", "A column cannot be read as nam. Choose one of name, other-name,")]
    public async Task A_mapping_of_what_there_is_not_is_refused_in_a_sentence(string heading, string field, string sentence)
    {
        var refused = await site.TryImport(await site.MakePlace(), "group-list", "Club,Area code\nZork Bowls,M33 2RP\n", "wrong", mapping: [(heading, field)]);
        Assert.StartsWith(sentence, Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_makes_organisations_with_names_and_numbers()
    {
        var account = await site.Import(place, "charity-register", Register);
        Assert.Equal([2, 0, 0, 0, 0], account.Report.Counts());
        var carers = await Organisation("Trafford Carers Centre");
        Assert.Equal(("trafford-carers-centre", OrganisationKind.Charity, LegalForms.Company, true), (carers.Slug, carers.Kind, carers.LegalForm, carers.IsListed));
        Assert.Equal("https://www.traffordcarerscentre.org.uk", carers.Website);
        Assert.Equal(new DateOnly(2004, 2, 12), carers.RegisteredOn);
        Assert.Equal(["GB-CHC-1102075", "GB-COH-04695523"], (await site.All<Identifier>()).Where(one => one.OrganisationId == carers.Id).Select(one => one.Code).Order());
        Assert.Null((await Organisation("Sale Choral Society")).Purpose);
    }

    [Fact]
    public async Task An_import_lets_the_database_see_how_its_rows_are_spread()
    {
        await site.Import(place, "charity-register", Register);
        var database = site.Services.GetRequiredService<Database>();
        await using var connection = await database.Open(default);
        Assert.True(!database.IsSqlite || await connection.Value<long>("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'groups_organisation'", default) > 0);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await site.Import(place, "charity-register", Register);
        var (organisations, stamp) = (await Here(), await Stamp());
        var again = await site.Import(place, "charity-register", Register);
        Assert.Equal([0, 0, 2, 0, 0], again.Report.Counts());
        Assert.Equal(stamp, await Stamp());
        Assert.Equal(organisations.Select(one => (one.Id, one.Version)), (await Here()).Select(one => (one.Id, one.Version)));
    }

    [Fact]
    public async Task A_newer_file_changes_only_what_differs_and_marks_what_is_gone()
    {
        await site.Import(place, "charity-register", Register);
        var before = await Here();
        var newer = await site.Import(place, "charity-register", Register.Replace("Support for carers.", "Help for carers.", StringComparison.Ordinal).Split("\n1102076")[0] + "\n1102077,NA,HALE PLAYERS,Trust,NA,2020-01-01,WA15 9AA,NA");
        Assert.Equal([1, 1, 0, 0, 0], newer.Report.Counts());
        Assert.Equal(1, newer.Report.Gone);
        Assert.Contains("Other than in the file before: charity_activities was “Support for carers.” and is “Help for carers.”. Renewed.", Said(newer));
        Assert.Contains("Sale Choral Society is no longer in the file. Kept, marked as such.", Said(newer));
        Assert.Equal("Help for carers.", (await Organisation("Trafford Carers Centre")).Purpose);
        var gone = await Organisation("Sale Choral Society");
        Assert.Equal((Status.Unconfirmed, true), (gone.Status, gone.IsListed));
        Assert.NotNull((await site.All<SourceRecord>()).Single(record => record.OrganisationId == gone.Id).GoneOn);

        var back = await site.Import(place, "charity-register", Register);
        Assert.Equal([0, 2, 0, 0, 0], back.Report.Counts());
        Assert.Equal(Status.Active, (await Organisation("Sale Choral Society")).Status);
        Assert.Equal(before.Select(one => one.Id), (await Here()).Where(one => one.Name != "Hale Players").Select(one => one.Id));
    }

    [Fact]
    public async Task A_list_of_no_stated_day_is_newer_than_one_of_years_ago_and_a_file_sent_again_keeps_its_day()
    {
        await site.Import(place, "group-list", "name,postcode,website\nZork Bowls,M33 2RP,old.example\n", "old", new(2018, 1, 1));
        await site.Import(place, "group-list", "name,postcode,website\nZork Bowls,M33 2RP,new.example\n", "today");
        Assert.Equal("https://new.example", (await Organisation("Zork Bowls")).Website);

        var before = (await site.All<Trellis.Platform.Sources.Source>()).Single(source => source.PlaceId == place.Id && source.Key == "old");
        site.Clock.Pass(TimeSpan.FromDays(1));
        await site.Import(place, "group-list", "name,postcode,website\nZork Bowls,M33 2RP,old.example\n", "old");
        var again = (await site.All<Trellis.Platform.Sources.Source>()).Single(source => source.Id == before.Id);
        Assert.Equal((before.AsOf, before.FetchedAt), (again.AsOf, again.FetchedAt));

        await site.Import(place, "group-list", "name,postcode,website\nZork Bowls,M33 2RP,newest.example\n", "old");
        Assert.Null((await site.All<Trellis.Platform.Sources.Source>()).Single(source => source.Id == before.Id).AsOf); // what it says is of today
        Assert.Equal("https://newest.example", (await Organisation("Zork Bowls")).Website);
    }

    [Fact]
    public async Task Groups_that_give_the_number_of_their_parent_are_each_told()
    {
        await site.Import(place, "charity-register", Register);
        const string list = "name,charity number,postcode\nBadminton of Zork,1102075,M33 7XX\nQuoits at Zork,1102075,M33 7XX\nCarers Centre in Trafford,1102075,M33 7XX\nQuoits at Zork,1102075,M33 7XX\n";
        var first = await site.Import(place, "group-list", list, "branches");
        Assert.Equal([3, 0, 0, 0, 1], first.Report.Counts());
        Assert.Equal([2L, 3L], first.Report.Findings.Where(finding => finding.Severity == Severity.Warning).Select(finding => finding.Row!.Value));
        Assert.All(
            first.Report.Findings.Where(finding => finding.Severity == Severity.Warning),
            finding => Assert.Equal("The same number, GB-CHC-1102075, is that of Trafford Carers Centre", finding.Wrong));

        var again = await site.Import(place, "group-list", list, "branches");
        Assert.Equal([0, 0, 3, 0, 1], again.Report.Counts());
        var turned = list.Replace("Badminton of Zork,1102075,M33 7XX\n", "", StringComparison.Ordinal) + "Badminton of Zork,1102075,M33 7XX\n";
        Assert.Equal(3, (await site.Import(place, "group-list", turned, "branches")).Report[Outcome.Unchanged]);
    }

    [Fact]
    public async Task A_name_that_no_group_has_is_left_out_on_every_database()
    {
        var text = string.Concat(Enumerable.Repeat("Wörter ", 700));
        var groups = await site.Import(place, "group-list", $"name,also known as,postcode\n{text},,M33 2RP\nZork Bowls,{text},M33 2RP\n", "long");
        Assert.Equal([1, 0, 0, 0, 1], groups.Report.Counts());
        var services = await site.Import(place, "service-list", $"name,offered by,postcode,opening hours\n{text},,M33 2RP,Mondays\nZork Pantry,{text},M33 2RP,Mondays\n", "long-services");
        Assert.Equal([1, 0, 0, 0, 1], services.Report.Counts());
        var halls = await site.Import(place, "premises-list", $"id,name,owner,postcode,tenure\n1,{text},,M33 2RP,Leased\n{text},Zork Hall,{text},M33 2RP,Leased\n", "long-halls");
        Assert.Equal([1, 0, 0, 0, 1], halls.Report.Counts());
    }

    [Fact]
    public async Task An_import_waits_for_two_groups_that_are_being_made_one()
    {
        await site.Import(place, "group-list", "name,postcode\nZork Bowls,M33 2RP\nZork Chess,M33 3RP\n", "one");
        var (bowls, chess) = (await Organisation("Zork Bowls"), await Organisation("Zork Chess"));
        await using var connection = await site.Services.GetRequiredService<Database>().Open(default);
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.Execute("UPDATE groups_organisation SET merged_into_id = @chess WHERE id = @bowls", default, ("chess", chess.Id), ("bowls", bowls.Id));
        await Stamps.Raise(connection, "groups", default);
        var coming = Task.Run(() => site.Import(place, "group-list", "name,postcode\nZork Bowls,M33 2RP\n", "two"));
        await Task.WhenAny(coming, Task.Delay(TimeSpan.FromSeconds(2)));
        await transaction.CommitAsync();
        Assert.Equal(0, (await coming).Report.Matched);
    }

    [Fact]
    public async Task A_dry_run_counts_and_keeps_nothing()
    {
        var account = await site.Import(place, "charity-register", Register, dryRun: true);
        Assert.Equal([2, 0, 0, 0, 0], account.Report.Counts());
        Assert.Empty(await Here());
    }

    [Fact]
    public async Task Each_bad_row_is_refused_or_reported_with_its_place()
    {
        var account = await site.Import(place, "charity-register", Register + """

            notanumber,NA,NAMELESS,Other,NA,1965-04-29,M33 2AA,NA
            1102078,NA,NA,Other,NA,1965-04-29,M33 2AA,NA
            1102079,CE00571,HALF RIGHT,Other,NA,31st of June,M33,www.half.org
            1102075,NA,TWICE,Other,NA,1965-04-29,M33 2AA,NA
            """);
        Assert.Equal([3, 0, 0, 0, 3], account.Report.Counts());
        Assert.Equal(7, account.Report.RowsIn + 1);
        Assert.Equal([4L, 5L, 7L], account.Report.Findings.Where(finding => finding.Severity == Severity.Refusal).Select(finding => finding.Row!.Value));
        Assert.Contains(account.Report.Findings, finding => finding is { Row: 6, Heading: "date_of_registration", Severity: Severity.Warning });
        Assert.Null((await Organisation("Half Right")).RegisteredOn);
    }

    [Fact]
    public async Task Another_list_is_joined_by_name_and_place_and_says_why()
    {
        await site.Import(place, "charity-register", Register);
        var account = await site.Import(place, "group-list", "Club,Post code\nSale Choral Soc.,M33 2AA\nSale Anglers,M33 5XX\n", "clubs", mapping: [("Club", "name"), ("Post code", "postcode")]);
        Assert.Equal([2, 0, 0, 0, 0], account.Report.Counts());
        Assert.Equal(1, account.Report.Matched);
        var choral = await Organisation("Sale Choral Society");
        var record = (await site.All<SourceRecord>()).Single(one => one.OrganisationId == choral.Id && one.MatchedBy is not null);
        Assert.Equal(MatchedBy.Name, record.MatchedBy);
        Assert.Contains("The same postcode, M33 2AA.", record.Reason, StringComparison.Ordinal);
        Assert.Contains("Sale Choral Soc.", (await site.All<Name>()).Where(name => name.OrganisationId == choral.Id).Select(name => name.Text));
    }

    [Fact]
    public async Task What_is_only_alike_waits_for_a_person_and_is_in_the_directory_meanwhile()
    {
        await site.Import(place, "charity-register", Register);
        var account = await site.Import(place, "group-list", "name,postcode\nTrafford Carers Centre,BN1 1AA\n", "far");
        Assert.Equal([0, 0, 0, 1, 0], account.Report.Counts());
        Assert.Equal(2, (await Here()).Count(one => one.Name == "Trafford Carers Centre" && one.IsListed));
        Assert.Equal(["trafford-carers-centre", "trafford-carers-centre-2"], (await Here()).Where(one => one.Name == "Trafford Carers Centre").Select(one => one.Slug));
        var likeness = (await site.All<Likeness>()).Single(one => one.OrganisationId == Id("trafford-carers-centre"));
        Assert.Equal(Decision.Waiting, likeness.Decision);
        Guid Id(string slug) => Here().GetAwaiter().GetResult().Single(one => one.Slug == slug).Id;
    }

    [Fact]
    public async Task Columns_that_nobody_explained_are_read_by_heading_and_text_and_the_report_says_how()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 5).Select(at => $"Group number {at},M33 {at}AA,someone{at}@example.org,https://example{at}.org"));
        var account = await site.Import(place, "group-list", "Our groups,Where,Write to,Look at\n" + rows);
        Assert.Equal([5, 0, 0, 0, 0], account.Report.Counts());
        var first = await Organisation("Group number 1");
        Assert.Equal(("M33 1AA", "someone1@example.org", "https://example1.org"), (first.Postcode, first.Email, first.Website));
        Assert.Contains(account.Report.Findings, finding => finding.Wrong.Contains("Our groups as name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_without_names_is_refused_in_a_sentence()
    {
        var refused = await site.TryImport(place, "group-list", "a,b\n1,2\n");
        Assert.Contains("no column that looks like names of groups", refused.Problems.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_national_register_only_what_is_here_comes_in()
    {
        await site.InDb(async db =>
        {
            db.Add(new PostcodeEntry { PlaceId = place.Id, Postcode = "M33 2AA", WardCode = "E1", LsoaCode = "E2", LatitudeMicro = 53_400_000, LongitudeMicro = -2_300_000 });
            await db.SaveChangesAsync();
        });
        const string national = """
            organisation_number,registered_charity_number,linked_charity_number,charity_name,charity_type,charity_registration_status,date_of_registration,date_of_removal,latest_income,latest_acc_fin_period_end_date,charity_contact_postcode
            1,1102076,0,SALE CHORAL SOCIETY,Other,Registered,1965-04-29T00:00:00,,12500,2024-03-31T00:00:00,M33 2AA
            2,200000,0,FAR AWAY TRUST,Trust,Registered,1965-04-29T00:00:00,,1,2024-03-31T00:00:00,BN1 1AA
            3,1102080,1,CLOSED BRANCH,Other,Removed,1965-04-29T00:00:00,2020-05-05T00:00:00,,,M33 2AA
            """;
        var account = await site.Import(place, "charity-register", national);
        Assert.Equal([2, 0, 1, 0, 0], account.Report.Counts());
        var choral = await Organisation("Sale Choral Society");
        Assert.Equal(("E1", 53_400_000, 1_250_000L, 2024, SizeBand.Small), (choral.WardCode, choral.LatitudeMicro, choral.IncomePence, choral.IncomeYear, choral.SizeBand));
        var closed = await Organisation("Closed Branch");
        Assert.Equal((Status.Closed, false), (closed.Status, closed.IsListed));
        Assert.Contains("GB-CHC-1102080-1", (await site.All<Identifier>()).Select(one => one.Code));
        var everything = await site.Import(place, "charity-register", national, mapping: [("*", "keep=all")]);
        Assert.Equal([1, 0, 2, 0, 0], everything.Report.Counts());
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("addresses=public", "Flat 3 Mrs J Smith, 12 Rose Road", "jane.smith@example.org", "0161 496 0123")]
    public async Task A_trustees_home_in_a_register_is_shown_only_when_somebody_says_whose_it_is(string? said, string? address, string? email, string? telephone)
    {
        const string register = "registered_charity_number,charity_name,charity_contact_address1,charity_contact_address2,charity_contact_postcode,charity_contact_email,charity_contact_phone\n"
            + "1102076,SALE CHORAL SOCIETY,Flat 3 Mrs J Smith,12 Rose Road,M33 2AA,jane.smith@example.org,0161 496 0123\n";
        await site.Import(place, "charity-register", register, "own-register.csv", mapping: said is null ? [] : [("*", said)]);
        var choral = await Organisation("Sale Choral Society");
        Assert.Equal((address, "M33 2AA", email, telephone), (choral.Address, choral.Postcode, choral.Email, choral.Telephone));
    }

    [Fact]
    public async Task A_register_without_a_column_for_postcodes_has_them_in_its_addresses()
    {
        await site.Import(place, "charity-register", """
            Reg charity number,Sub charity number,Charity name,Public address
            100012,0,CARERS CENTRE,"1 Rose Road, Sale, M33 2RP"
            100013,0,HALE PLAYERS,Rose Hall WA159AA
            100014,0,NOWHERE TRUST,"Rose Hall, Sale"
            """);
        Assert.Equal([("Carers Centre", "M33 2RP"), ("Hale Players", "WA15 9AA"), ("Nowhere Trust", null)], (await Here()).Select(one => (one.Name, one.Postcode)));
    }

    private static IEnumerable<string> Said(Trellis.Platform.Exchange.RunImport.Account account) => account.Report.Findings.Select(finding => finding.Sentence);

    private async Task<List<Organisation>> Here() => [.. (await site.All<Organisation>()).Where(one => one.PlaceId == place.Id).OrderBy(one => one.Slug, StringComparer.Ordinal)];

    private async Task<Organisation> Organisation(string name) => (await Here()).Single(one => one.Name == name);

    private Task<long> Stamp() => site.With<Trellis.Platform.Data.Stamps, long>(stamps => stamps.Read("groups", default));
}
