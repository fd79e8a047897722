using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Confidential;
using Trellis.Platform.Places;
using Trellis.Tests.Documents;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Confidential;

/// <summary>A site with a data folder, as a served one has, whose every line of the log is kept.</summary>
public class SealedSite : Site
{
    public string Folder { get; } = Scratch.Folder("sealed");

    public string KeyPath => Path.Combine(Folder, "confidential.key");

    /// <summary>All that was logged, at any level.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>A group of the place, with the compartment open.</summary>
    internal async Task<(Place Place, Organisation Group)> Opened()
    {
        var place = await this.OnePlace();
        await PutPolicy(place);
        var opened = await With<OpenCompartment, Trellis.Platform.Result<Compartment>>(one => one.Handle(place.Id, [nameof(LawCondition.Safeguarding)], default));
        Assert.Equal([], opened.Problems);
        return (place, await this.OneGroup(place));
    }

    /// <summary>Puts the place's policy beside its compartment, without opening that.</summary>
    internal async Task PutPolicy(Place place)
    {
        var kept = await With<KeepPolicy, Trellis.Platform.Result<Compartment>>(one => one.Handle(place.Id, new("Appropriate policy", "1 May 2026"), new("policy.pdf", new MemoryStream(GoodFiles.Pdf)), Guid.CreateVersion7(), default));
        Assert.Equal([], kept.Problems);
    }

    internal async Task<Visitor> Confidant(Place place) => await this.SignInAs(Role.Confidant, place.Id, place.Id);

    /// <summary>Writes a note and gives back its page's address.</summary>
    internal async Task<string> Write(Visitor confidant, Organisation group, string text, string about = "")
    {
        Clock.Pass(TimeSpan.FromSeconds(1));
        var page = await confidant.Open($"/groups/{group.Slug}/confidential");
        var written = await page.Press("Keep the note", ("Note", text), ("Address of the person it is about", about));
        Assert.True(written.Status == 302, string.Join("; ", written.Problems));
        return (await written.FollowRedirect()).Document.QuerySelector(".results a")!.GetAttribute("href")!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Trellis:Data", Folder);
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        builder.UseSetting("Logging:LogLevel:Microsoft", "Trace");
        builder.ConfigureTestServices(services => services.AddDataProtection().PersistKeysToFileSystem(new(Path.Combine(Folder, "keys"))));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Keep(Log)).SetMinimumLevel(LogLevel.Trace));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class Keep(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
