using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Documents;
using Trellis.Platform.Jobs;
using Trellis.Platform.Privacy;
using Trellis.Support.Plans;

namespace Trellis.Support.Library;

internal static class LibraryServices
{
    public const string KeepLibrary = "keep-library";

    private static readonly string[] Fields =
        ["PlaceId", "Key", "Kind", "Title", "Summary", "Url", "FileId", "TopicId", "Criterion", "Stage", "CheckedOn", "ReviewOn", "Edition"];

    /// <summary>What helps groups to help themselves.</summary>
    public static void AddLibrary(this IServiceCollection services)
    {
        services.AddRules(new Rule(KeepLibrary, "Add to the library of the place, change and retire what is in it", Role.SupportWorker, Role.Manager));
        services.AddWorkLinks(new WorkLink(KeepLibrary, "/work/library", "Keep the library", "Guides, templates and links for groups: add, change, retire", 62));
        services.AddToRegister(
            [],
            new PeoplelessTable("support_resource", "What is in the library for everybody"),
            new PeoplelessTable("support_resource_edition", "What was in the library for everybody before"),
            new PeoplelessTable("support_action_resource", "Which action of a plan uses what of the library"),
            new PeoplelessTable("support_link", "How links of the library were found"));
        services.AddHistoryWords(new RecordWords(nameof(Resource))
        {
            Added = "{0} added to the library.",
            Removed = "{0} removed something from the library.",
            Fields = Fields.ToDictionary(field => field, _ => "something in the library"),
            Instead = new Dictionary<string, string> { ["RetiredAt"] = "{0} retired something of the library or brought it back." },
        });
        services.AddSingleton(new FileHolder("support_resource", "file_id"));
        services.AddScoped<FindResources>();
        services.AddScoped<KeepResource>();
        services.AddScoped<BringStarters>();
        services.AddScoped<LibraryNeeds>();
        services.AddScoped<UseResource>();
        services.AddScoped<ISuggestActions, LibrarySuggests>();
        services.AddSingleton(_ => LookAtLink.OutThere());
        services.AddScoped<CheckLinks>();
        services.AddJob(CheckLinks.Job);
    }
}
