using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Reports;

/// <summary>The product with entries of support that a test lays down and corrects.</summary>
public sealed class ReportSite : Site
{
    internal GivenRecords Entries { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IRecords>();
            services.AddSingleton<IRecords>(Entries);
            services.AddScoped<IRecords, Trellis.Reports.Stories.StoryRecords>();
        });
    }
}

internal sealed class GivenRecords : IRecords
{
    public string Kind => "support-entries";

    public string Title => "Entries of the support log";

    public string Definition => "One act of help.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string> { ["way"] = "How help was given", ["topic"] = "What it was about" };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string> { ["minutes"] = "Minutes" };

    public Dictionary<Guid, CountedRecord> All { get; } = [];

    public Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<CountedRecord>>([.. All.Values.Where(one => one.On >= first && one.On <= last).OrderBy(one => one.On).ThenBy(one => one.Id)]);

    public Guid Lay(DateOnly on, Guid group, long? minutes, string way = "Phone", string topic = "Money")
    {
        var id = Guid.CreateVersion7();
        All[id] = new(id, on, $"{way}, {topic}") { Groups = [group], Words = new Dictionary<string, string> { ["way"] = way, ["topic"] = topic }, Numbers = minutes is { } known ? new Dictionary<string, long> { ["minutes"] = known } : new Dictionary<string, long>() };
        return id;
    }
}
