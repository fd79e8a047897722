using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Documents;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Documents;
using Trellis.Tests.Documents;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Documents;

/// <summary>A group keeps its documents once and shows each to whom it allows.</summary>
public sealed class PassportTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task A_lead_adds_changes_replaces_and_removes_a_document()
    {
        var lead = await Lead();
        Assert.Contains("No documents yet", (await lead.Open(Address("/documents"))).Text, StringComparison.Ordinal);
        var document = await site.Add(lead, Group, "Insurance certificate", Passport.OwnPeople, GoodFiles.Pdf, "Our insurance.pdf", "31 3 2031");
        var list = await lead.Open(Address("/documents"));
        Assert.Contains("Valid until 31 March 2031", list.Text, StringComparison.Ordinal);
        Assert.Contains("Read by: The group’s own people", list.Text, StringComparison.Ordinal);
        var read = await list.Follow("Insurance certificate");
        Assert.Equal(GoodFiles.Pdf, read.Body);

        var changed = await lead.Send(await list.Follow("Change or replace"), ("Another file in its place", "New.docx", GoodFiles.Docx), ("In your own words", "2031 to 2032"), (Passport.StaffToo, "x"));
        Assert.Equal(302, changed.Status);
        list = await changed.FollowRedirect();
        Assert.Contains("Insurance certificate: 2031 to 2032", list.Text, StringComparison.Ordinal);
        Assert.Contains("Word document", list.Text, StringComparison.Ordinal);
        Assert.Equal(GoodFiles.Docx, (await list.Follow("Insurance certificate: 2031 to 2032")).Body);
        Assert.Equal(1, await Files());

        list = await (await (await list.Follow("Remove")).Press("Remove it for good")).FollowRedirect();
        Assert.Contains("No documents yet", list.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Files());
        Assert.Equal(["Added", "Changed", "Removed"], await Deeds(document.Id));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_words_and_nothing_typed_is_lost()
    {
        var lead = await Lead();
        var empty = await lead.Send(await lead.Open(Address("/add-document")), null);
        Assert.Equal(422, empty.Status);
        Assert.Equal(["Choose a file.", "Choose what the document is."], empty.Problems);
        var wrong = await lead.Send(await lead.Open(Address("/add-document")), ("The file", "a.pdf", GoodFiles.Pdf), ("What is it?", "Something else"), ("Valid until", "someday"));
        Assert.Equal(["Choose the file again; your browser does not keep it.", "Enter the last day on which it is valid, such as 27 3 2027, or leave it empty.", "Say in a few words what the document is, in at most 100 letters."], wrong.Problems.Order(StringComparer.Ordinal));
        Assert.Contains("value=\"someday\"", wrong.Html, StringComparison.Ordinal);
        var large = await lead.Send(await lead.Open(Address("/add-document")), ("The file", "a.pdf", new byte[DocumentLimits.File + 1]), ("What is it?", "Accounts"), ("In your own words", "The year to March"));
        Assert.Contains("larger than 10 MB", large.Problems.Single(), StringComparison.Ordinal);
        Assert.Contains("value=\"The year to March\"", large.Html, StringComparison.Ordinal);
        Assert.Equal(0, await Files());
    }

    [Fact]
    public async Task Every_hostile_file_is_refused_on_the_page_and_nothing_of_it_is_kept()
    {
        var lead = await Lead();
        foreach (var (file, number) in HostileFiles.All.Select((file, number) => (file, number)))
        {
            if (number % 50 == 49)
            {
                site.Clock.Pass(TimeSpan.FromMinutes(61)); // nobody sends so many in an hour
            }

            var refused = await lead.TryAdd(Group, "Accounts", Passport.Everyone, file.Content, file.Name);
            Assert.True(refused.Status == 422, $"{file.What}: {refused.Status}");
            Assert.Contains(file.Says, Assert.Single(refused.Problems), StringComparison.Ordinal);
        }

        Assert.Equal(0, await Files());
    }

    [Fact]
    public async Task Each_document_is_there_for_its_readers_alone()
    {
        var lead = await Lead();
        var own = await site.Add(lead, Group, "Bank statement or letter", Passport.OwnPeople);
        var staff = await site.Add(lead, Group, "Accounts", Passport.StaffToo);
        var open = await site.Add(lead, Group, "Governing document", Passport.Everyone);
        var member = await site.SignInAs(Role.Member, Group.Id, Place.Id);
        var worker = await Worker();
        var stranger = await site.SignInAs(Role.Lead, (await site.OneGroup(Place)).Id, Place.Id);
        foreach (var (who, sees) in new[] { (lead, "own staff open"), (member, "own staff open"), (worker, "staff open"), (stranger, "open"), (site.Visit(), "open") })
        {
            Assert.Equal(sees.Contains("own", StringComparison.Ordinal) ? 200 : 404, (await who.Open(Address("/own-document/" + own.Id))).Status);
            Assert.Equal(sees.Contains("staff", StringComparison.Ordinal) ? 200 : 404, (await who.Open(Address("/staff-document/" + staff.Id))).Status);
            Assert.Equal(200, (await who.Open(Address("/public-document/" + open.Id))).Status);
            foreach (var address in new[] { "/public-document/" + own.Id, "/public-document/" + staff.Id, "/staff-document/" + own.Id, "/own-document/" + staff.Id, "/staff-document/" + open.Id, "/public-document/" + Guid.CreateVersion7() })
            {
                Assert.Equal(404, (await who.Open(Address(address))).Status);
            }
        }

        var seen = await worker.Open(Address("/documents"));
        Assert.Contains("Accounts", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bank statement", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Add a document", seen.Text, StringComparison.Ordinal);
        var page = await site.Open(Address());
        Assert.Contains("Governing document", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bank statement", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_no_longer_belongs_reads_no_longer()
    {
        var lead = await Lead();
        var own = await site.Add(lead, Group, "Lease or hire agreement", Passport.OwnPeople);
        var open = await site.Add(lead, Group, "Equality policy", Passport.Everyone);
        var member = await site.SignInAs(Role.Member, Group.Id, Place.Id);
        Assert.Equal(200, (await member.Open(Address("/own-document/" + own.Id))).Status);
        await site.InDb(db => db.Set<Appointment>().Where(one => one.ScopeId == Group.Id && one.Role == Role.Member).ExecuteUpdateAsync(one => one.SetProperty(a => a.EndedAt, site.Clock.GetUtcNow())));
        Assert.Equal(404, (await member.Open(Address("/own-document/" + own.Id))).Status);

        Assert.Equal(302, (await lead.Send(await lead.Open(Address("/change-document/" + open.Id)), null, (Passport.OwnPeople, "x"))).Status);
        Assert.Equal(404, (await site.Open(Address("/public-document/" + open.Id))).Status);
        Assert.Equal(404, (await lead.Open(Address("/public-document/" + open.Id))).Status);
    }

    [Fact]
    public async Task A_download_is_a_file_to_be_saved_and_never_a_page_of_ours()
    {
        var lead = await Lead();
        foreach (var (kind, content) in GoodFiles.All)
        {
            var document = await site.Add(lead, Group, "Accounts", Passport.Everyone, content, "Cyfrifon ŵyl; \"x\" 日本.x");
            var answer = await site.Visit().Client.GetAsync(new Uri(Address("/public-document/" + document.Id), UriKind.Relative));
            var kept = await site.InDb(db => db.Set<FileContent>().SingleAsync(one => one.FileId == document.FileId));
            Assert.Equal(kept.Content, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(kind.MediaType(), answer.Content.Headers.ContentType!.MediaType);
            var disposition = answer.Content.Headers.ContentDisposition!;
            Assert.Equal("attachment", disposition.DispositionType);
            Assert.Equal("Cyfrifon ŵyl; -22x-22 日本" + kind.Ending(), disposition.FileNameStar);
            Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Who_reads_what_is_not_public_is_written_down_for_the_group_to_see()
    {
        var lead = await Lead();
        var staff = await site.Add(lead, Group, "Insurance certificate", Passport.StaffToo);
        var open = await site.Add(lead, Group, "Equality policy", Passport.Everyone);
        var worker = await Worker();
        await worker.Open(Address("/public-document/" + open.Id));
        await worker.Open(Address("/documents"));
        Assert.Contains("Nobody has looked yet.", (await lead.Open(Address("/looked"))).Text, StringComparison.Ordinal);
        await worker.Open(Address("/staff-document/" + staff.Id));
        await (await (await lead.Open(Address("/remove-document/" + staff.Id))).Press("Remove it for good")).FollowRedirect();
        var looks = (await lead.Open(Address("/looked"))).Table("Who looked");
        Assert.Equal(["Support worker", "Insurance certificate"], Assert.Single(looks).Skip(1));
    }

    [Fact]
    public async Task Two_who_change_at_once_are_told()
    {
        var lead = await Lead();
        var document = await site.Add(lead, Group, "Accounts", Passport.OwnPeople);
        var (first, second) = (await lead.Open(Address("/change-document/" + document.Id)), await lead.Open(Address("/change-document/" + document.Id)));
        Assert.Equal(302, (await lead.Send(first, null, ("In your own words", "First"))).Status);
        var late = await lead.Send(second, null, ("In your own words", "Second"));
        Assert.Equal(409, late.Status);
        Assert.Contains("Accounts: First", late.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Second\"", late.Html, StringComparison.Ordinal);
        Assert.Equal(302, (await lead.Send(late, null)).Status);
        Assert.Contains("Accounts: Second", (await lead.Open(Address("/documents"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_of_another_group_are_not_there()
    {
        var lead = await Lead();
        var other = await site.Put(await site.OneGroup(Place), DocumentSort.Accounts, Readers.Everybody);
        foreach (var address in new[] { "/public-document/", "/own-document/", "/staff-document/", "/change-document/", "/remove-document/" })
        {
            Assert.Equal(404, (await lead.Open(Address(address + other.Id))).Status);
        }

        var mine = await site.Add(lead, Group, "Accounts", Passport.OwnPeople);
        var form = await lead.Open(Address("/remove-document/" + mine.Id));
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address("/remove-document/" + other.Id), UriKind.Relative)) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        Assert.Equal(404, (await lead.Send(request)).Status);
        Assert.Equal(1, await site.InDb(db => db.Set<GroupDocument>().CountAsync(one => one.Id == other.Id)));
    }

    private Task<int> Files() => site.InDb(db => db.Set<StoredFile>().CountAsync(one => one.ScopeId == Group.Id));

    private async Task<IReadOnlyList<string>> Deeds(Guid document) =>
        [.. (await site.InDb(db => db.Set<AuditEntry>().Where(one => one.RecordId == document).OrderBy(one => one.Sequence).Select(one => one.Act).ToListAsync())).Select(act => act.Split(' ')[^1])];
}
