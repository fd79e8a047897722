using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;

namespace Trellis.Support.Taking;

/// <summary>Everything of a place's support, to take along.</summary>
internal static class TakingServices
{
    public const string Take = "take-support";

    private static readonly TakenTable[] Tables =
    [
        LogTaken.Entries, LogTaken.Enquiries, LogTaken.EnquiryNotes, LogTaken.Topics, PlansTaken.Plans, PlansTaken.Checks, PlansTaken.Bids, EventsTaken.Events, EventsTaken.Bookings, EventsTaken.Library,
        ContactsTaken.Contacts, PeersTaken.Help, PeersTaken.Introductions, PeersTaken.Professionals, PeersTaken.Work,
    ];

    public static void AddTaking(this IServiceCollection services)
    {
        services.AddRules(new Rule(Take, "Take all of the place's support away as a file", Role.Manager));
        services.AddWorkLinks(new WorkLink(Take, "/work/take-support", "Take everything away", "All of the place’s support in one file, for another system or to keep", 85));
        services.AddScoped<TakeSupport>();
        services.AddScoped<Exporter, SupportExporter>();
        services.AddHistoryWords(new RecordWords(TakeSupport.Kind)
        {
            Added = "{0} took all of the place’s support away.",
            Removed = "{0} took all of the place’s support away.",
            Read = "{0} took all of the place’s support away.",
            Fields = new Dictionary<string, string>(),
            IsConfidential = true,
        });
        foreach (var table in Tables)
        {
            services.AddSingleton(table);
        }
    }

    /// <summary>The same by command: <c>trellis export support --out support.zip</c>.</summary>
    private sealed class SupportExporter(TakeSupport take, Trail trail) : Exporter
    {
        public override string Format => "support";

        public override string Title => "All of the place's support";

        public override IReadOnlyList<string> Endings => ["zip"];

        public override async Task<long> Write(Place place, Stream to, string ending, CancellationToken stop)
        {
            trail.Call("export support");
            var (file, rows) = await take.Handle(place, stop);
            await using (file)
            {
                await file.CopyToAsync(to, stop);
            }

            return rows;
        }
    }
}
