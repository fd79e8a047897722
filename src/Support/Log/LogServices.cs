using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Audit;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;
using Trellis.Support.Above;
using Trellis.Support.Relationship;

namespace Trellis.Support.Log;

internal static class LogServices
{
    private static readonly string[] Fields =
        ["PlaceId", "OnDay", "Minutes", "Began", "Way", "TopicId", "WorkerId", "Done", "NextStep", "NextOn", "EnquiryId", "ActionId", "Criterion", "IsShared", "WrittenAt", "ImportId", "WorkerName", "BroughtKey"];

    /// <summary>How many days the log is kept after the help.</summary>
    public const int KeptDays = 2_192;

    /// <summary>What help was given.</summary>
    public static void AddLog(this IServiceCollection services)
    {
        services.AddScoped<ReadEntryForm>();
        services.AddScoped<SaveEntry>();
        services.AddScoped<RemoveEntry>();
        services.AddScoped<ReadEntries>();
        services.AddScoped<NextContacts>();
        services.AddScoped<ReadMyGroups>();
        services.AddScoped<ReadCaseload>();
        services.AddScoped<IRecords, EntryRecords>();
        services.AddScoped<ISupportParts, LogPart>();
        services.AddScoped<ISupportParts, OpenPart>();
        services.AddScoped<ISupportParts, DocumentPart>();
        services.AddSingleton(new MergeFollower(nameof(SupportEntry), "support_entry_group") { Key = "entry_id", HasVersion = false });
        services.AddToRegister(
            [
                new()
                {
                    Table = "support_entry", What = "The support log", Purpose = "to know what help a group had and to answer for it", Basis = LawfulBasis.LegitimateInterests,
                    Audience = "staff of the place; the group, where an entry is shared with it", Source = "the worker who helped; the system that the place had before",
                    Fields = new Dictionary<string, string> { ["done"] = "what was done", ["next_step"] = "what comes next", ["worker_id"] = "who helped", ["worker_name"] = "who helped, as another system named them" },
                    Others = ["id", "place_id", "on_day", "minutes", "began", "way", "topic_id", "next_on", "enquiry_id", "action_id", "criterion", "is_shared", "written_at", "import_id", "brought_key", "version"],
                    MayNameOthers = ["done", "next_step"],
                    Of = "worker_id = @person OR lower(coalesce(worker_name, '')) = lower(@email) OR replace(lower(done), @email, '') <> lower(done) OR replace(lower(coalesce(next_step, '')), @email, '') <> lower(coalesce(next_step, ''))",
                    OnErasure = Ending.Empty,
                    Emptied = new Dictionary<string, string>
                    {
                        ["done"] = "replace(done, @email, '[erased]')",
                        ["next_step"] = "replace(next_step, @email, '[erased]')",
                        ["worker_name"] = "CASE WHEN lower(worker_name) = lower(@email) THEN NULL ELSE worker_name END",
                        ["worker_id"] = "CASE WHEN worker_id = @person THEN NULL ELSE worker_id END",
                    },
                    Kept = new("for six years after the help", "written_at", KeptDays),
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
