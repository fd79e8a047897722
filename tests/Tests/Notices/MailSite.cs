using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Notices;

/// <summary>A site that sends its letters to a mail server of the test's, or into a folder, when the test says so.</summary>
public sealed class MailSite : Site
{
    private readonly MailSink? sink;
    private readonly string security;
    private readonly string? user;

    internal MailSite(MailSink? sink = null, string security = "none", string? user = null) => (this.sink, this.security, this.user) = (sink, security, user);

    public string Folder { get; } = Scratch.Folder("mail");

    public Task Queue(params Message[] messages) => InDb(async db =>
    {
        foreach (var message in messages)
        {
            Clock.Pass(TimeSpan.FromMilliseconds(10)); // so that each has its place in the order
            Post(db).Queue(message);
        }

        await db.SaveChangesAsync();
    });

    /// <summary>What the job does at its next look; nothing where nothing is due.</summary>
    public async Task Send()
    {
        var jobs = Services.GetRequiredService<RunJobs>();
        await jobs.Once(default);
        await jobs.Once(default); // the first look ever only writes the schedule down
    }

    public async Task SendAt(TimeSpan later)
    {
        Clock.Pass(later);
        await Send();
    }

    public Task<Letter> Letter(string email) => InDb(db => db.Set<Letter>().AsNoTracking().OrderByDescending(letter => letter.Id).FirstAsync(letter => letter.Email == email));

    public Task<JobState> Job() => InDb(db => db.Set<JobState>().AsNoTracking().FirstAsync(state => state.Name == "letters"));

    public Task<Guid> Person(string email) => InDb(async db =>
    {
        var person = new Person { Id = Guid.CreateVersion7(), Name = "Ann", Email = email, CreatedAt = Clock.Now, IsSample = false };
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    });

    public async Task<Visitor> Administrator()
    {
        var place = new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Trafford", Slug = "trafford", IsDemo = false };
        await InDb(async db =>
        {
            db.Add(place);
            await db.SaveChangesAsync();
        });
        return await this.SignInAs(Role.Administrator, place.Id, place.Id);
    }

    private Post Post(Db db) => ActivatorUtilities.CreateInstance<Post>(Services, db);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Folder", Path.Combine(Folder, "mail"));
        builder.UseSetting("Address", "https://trafford.example.net/");
        if (sink is not null)
        {
            builder.UseSetting("Mail:Host", "127.0.0.1");
            builder.UseSetting("Mail:Port", sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            builder.UseSetting("Mail:Security", security);
            builder.UseSetting("Mail:User", user ?? "");
            builder.UseSetting("Mail:Password", "canary-password");
            builder.UseSetting("Mail:From", "Trellis in Trafford <post@trafford.example.net>");
            builder.UseSetting("Mail:Patience", "3");
        }
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
