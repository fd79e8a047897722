using Trellis.Platform.Access;
using Trellis.Support.Enquiries;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>Whoever answers an enquiry is reminded of it on the day they named.</summary>
public sealed class EnquiryReminderTests(Site site) : Scene(site)
{
    private const string None = "0 letters were written.";
    private const string One = "1 letter was written.";
    private readonly Site site = site;
    private readonly string word = "okapi" + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task There_is_one_letter_for_each_day_and_none_for_whoever_takes_over()
    {
        await (await site.Open("/ask-for-help")).Press("Send", ("Your name", "Ada"), ("What would you like help with?", word), ("Your email address", word + "@example.org"));
        var (email, enquiry) = ($"minds-{word}@example.org", (await site.All<Enquiry>()).Single(one => one.Text == word));
        var worker = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, email);
        await (await Open(worker, enquiry)).Press("Take it");
        await Mind(worker, enquiry, 2);
        var told = new List<string>();
        for (var day = 0; day < 5; day++)
        {
            told.Add(await Remind());
            site.Clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.Equal([None, None, One, None, None], told);
        var letter = await site.LatestLetter(email);
        Assert.Contains("/work/enquiries/" + enquiry.Id, letter, StringComparison.Ordinal);
        Assert.Contains("you wanted to be reminded of it today", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(word, letter.Replace(email, "", StringComparison.Ordinal), StringComparison.Ordinal); // what is asked stays behind the door

        worker = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, email);
        await Mind(worker, enquiry, 0);
        Assert.Equal([None, One], (await Task.WhenAll(Remind(), Remind())).Order(StringComparer.Ordinal)); // two nodes at one moment

        await Mind(worker, enquiry, 1);
        var second = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, $"next-{word}@example.org");
        await (await second.Open("/me")).Press("Save", ("Name", "Next " + word));
        Assert.Equal(302, (await (await Open(worker, enquiry)).Press("Hand over", ("To whom", "Next " + word), ("A note for them", "Yours"))).Status);
        site.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(None, await Remind()); // it was not their wish
    }

    [Fact]
    public async Task What_is_answered_and_who_is_here_no_longer_get_no_letter()
    {
        var email = $"gone-{word}@example.org";
        var worker = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, email);
        var enquiries = new List<Enquiry>();
        foreach (var question in new[] { word + " one", word + " two" })
        {
            await (await worker.Open("/work/enquiries/new?group=" + Group.Slug)).Press("Save the enquiry", ("Who asks", "Ada"), ("What is the question?", question));
            enquiries.Add((await site.All<Enquiry>()).Single(one => one.Text == question));
            await Mind(worker, enquiries[^1], 0);
        }

        await (await Open(worker, enquiries[0])).Press("It is answered", ("What came of it", "Told them"));
        await site.InDb(async db =>
        {
            var person = db.Set<Person>().Single(one => one.Email == email);
            db.Set<Appointment>().Single(one => one.PersonId == person.Id).EndedAt = site.Clock.Now;
            await db.SaveChangesAsync();
        });
        Assert.Equal(None, await Remind());
    }

    private async Task Mind(Visitor worker, Enquiry enquiry, int days) =>
        Assert.Equal(302, (await (await Open(worker, enquiry)).Press("Save how it stands", ("Open", "x"), ("Remind me on", site.Clock.Now.AddDays(days).ToString("d M yyyy")))).Status);

    private Task<string> Remind() => site.With<RemindOfEnquiries, string>(job => job.Handle(default));

    private static Task<PageSeen> Open(Visitor worker, Enquiry enquiry) => worker.Open("/work/enquiries/" + enquiry.Id);
}
