using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Audit;
using Trellis.Platform.Privacy;

namespace Trellis.Support.Log;

internal static class LogServices
{
    private static readonly string[] Fields =
        ["PlaceId", "OnDay", "Minutes", "Way", "TopicId", "WorkerId", "Done", "NextStep", "NextOn", "EnquiryId", "ActionId", "Criterion", "IsShared", "WrittenAt", "ImportId"];

    /// <summary>What help was given.</summary>
    public static void AddLog(this IServiceCollection services)
    {
        services.AddToRegister(
            [
                new()
                {
                    Table = "support_entry", What = "The support log", Purpose = "to know what help a group had and to answer for it", Basis = LawfulBasis.LegitimateInterests,
                    Audience = "staff of the place; the group, where an entry is shared with it", Source = "the worker who helped",
                    Fields = new Dictionary<string, string> { ["done"] = "what was done", ["next_step"] = "what comes next", ["worker_id"] = "who helped" },
                    Others = ["id", "place_id", "on_day", "minutes", "way", "topic_id", "next_on", "enquiry_id", "action_id", "criterion", "is_shared", "written_at", "import_id", "version"],
                    MayNameOthers = ["done", "next_step"],
                    Of = "worker_id = @person OR replace(lower(done), @email, '') <> lower(done) OR replace(lower(coalesce(next_step, '')), @email, '') <> lower(coalesce(next_step, ''))",
                    OnErasure = Ending.Empty,
                    Emptied = new Dictionary<string, string>
                    {
                        ["done"] = "replace(done, @email, '[erased]')",
                        ["next_step"] = "replace(next_step, @email, '[erased]')",
                        ["worker_id"] = "CASE WHEN worker_id = @person THEN NULL ELSE worker_id END",
                    },
                    Kept = new("for six years after the help", "written_at", 2_192),
                },
            ],
            new PeoplelessTable("support_entry_group", "Which groups an entry of the support log is about"));
        services.AddHistoryWords(new RecordWords(nameof(SupportEntry))
        {
            Added = "{0} logged help.",
            Removed = "{0} removed an entry of the support log.",
            Fields = Fields.ToDictionary(field => field, _ => "an entry of the support log"),
            IsAboutPeople = true,
            IsConfidential = true, // what help a group had is between it and the staff
        });
    }
}
