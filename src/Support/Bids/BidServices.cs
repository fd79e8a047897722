using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;
using Trellis.Platform.Web.Components;
using Trellis.Support.Relationship;

namespace Trellis.Support.Bids;

internal static class BidServices
{
    public const string KeepBids = "keep-bids";

    private static readonly string[] Fields = ["PlaceId", "OrganisationId", "WorkerId", "Funder", "Purpose", "AskedPence", "HelpedOn", "SubmittedOn", "DecidedOn", "WonPence", "WrittenAt"];

    public static IQueryable<Bid> Bids(this Db db, Guid placeId) => db.Set<Bid>().Where(bid => bid.PlaceId == placeId);

    public static string Of(BidOutcome outcome) => outcome switch
    {
        BidOutcome.NotSubmitted => "Not handed in yet",
        BidOutcome.Waiting => "Waiting for an answer",
        BidOutcome.Won => "Won",
        BidOutcome.Lost => "Not won",
        _ => "Withdrawn",
    };

    public static IReadOnlyList<Choice> Outcomes(Platform.Texts.Texts t) => [.. Enum.GetValues<BidOutcome>().Select(outcome => new Choice(outcome.ToString(), t[Of(outcome)]))];

    public static void Build(ModelBuilder model) => model.Entity<Bid>(bid =>
    {
        bid.ToTable("support_bid");
        bid.Property(b => b.Version).IsConcurrencyToken();
    });

    /// <summary>Bids that groups were helped with.</summary>
    public static void AddBids(this IServiceCollection services)
    {
        services.AddRules(new Rule(KeepBids, "Write down bids that a group was helped with, and what became of them", Role.SupportWorker, Role.Manager));
        services.AddToRegister([Register]);
        services.AddSingleton(new MergeFollower(nameof(Bid), "support_bid"));
        services.AddHistoryWords(new RecordWords(nameof(Bid))
        {
            Added = "{0} wrote down a bid.",
            Removed = "{0} removed a bid.",
            Fields = Fields.ToDictionary(field => field, _ => "a bid that a group was helped with"),
            Instead = new Dictionary<string, string> { ["Outcome"] = "{0} wrote down what became of a bid." },
            IsConfidential = true, // for what a group asked whom is between it and the staff
        });
        services.AddScoped<KeepBid>();
        services.AddScoped<ISupportParts, BidPart>();
        services.AddScoped<IRecords, BidRecords>();
    }

    private static readonly PersonalTable Register = new()
    {
        Table = "support_bid",
        What = "Bids that groups were helped with",
        Purpose = "to know what help with bids came to and to answer for it",
        Basis = LawfulBasis.LegitimateInterests,
        Audience = "support workers and managers of the place",
        Source = "the worker who helped",
        Fields = new Dictionary<string, string> { ["worker_id"] = "who helped", ["funder"] = "who was asked", ["purpose"] = "what the money is for" },
        Others = ["id", "place_id", "organisation_id", "asked_pence", "helped_on", "submitted_on", "outcome", "decided_on", "won_pence", "written_at", "version"],
        MayNameOthers = ["purpose"],
        Of = "worker_id = @person OR replace(lower(purpose), lower(@email), '') <> lower(purpose) OR replace(lower(funder), lower(@email), '') <> lower(funder)",
        OnErasure = Ending.Empty,
        Emptied = new Dictionary<string, string> { ["worker_id"] = "CASE WHEN worker_id = @person THEN NULL ELSE worker_id END", ["purpose"] = Erased("purpose"), ["funder"] = Erased("funder") },
        Kept = new("for six years after it was written down", "written_at", 2_192),
    };

    private static string Erased(string text) => $"CASE WHEN replace(lower({text}), lower(@email), '') <> lower({text}) THEN '[erased]' ELSE {text} END";
}
