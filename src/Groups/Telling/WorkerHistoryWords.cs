using Trellis.Groups.Find;
using Trellis.Groups.Lists;
using Trellis.Groups.Mailing;
using Trellis.Groups.Notes;
using Trellis.Groups.Record;
using Trellis.Groups.Tags;
using Trellis.Platform.Audit;

namespace Trellis.Groups.Telling;

/// <summary>What the history says of what workers keep about groups: notes, tags, lists, and letters to lists.</summary>
internal static class WorkerHistoryWords
{
    public static readonly RecordWords[] All =
    [
        new(nameof(Merge)) { Added = "{0} made one entry of two.", Removed = "{0} took two entries apart again.", Fields = new Dictionary<string, string>() },
        new(nameof(Likeness))
        {
            Added = "{0} found two entries that look alike.",
            Removed = "{0} forgot that two entries look alike.",
            Fields = new Dictionary<string, string>(),
            Instead = new Dictionary<string, string> { [nameof(Likeness.Decision)] = "{0} said whether two entries that look alike are one group." },
        },
        new(nameof(Note))
        {
            Added = "{0} wrote a note of the staff.",
            Removed = "{0} removed a note of the staff.",
            Read = "{0} read the staff’s notes on a group.",
            Fields = new Dictionary<string, string>
            {
                ["PlaceId"] = "the place of a note", ["OrganisationId"] = "the group of a note", ["AuthorId"] = "the author of a note", ["WrittenAt"] = "the day of a note",
                ["Text"] = "a note", ["AddsTo"] = "what a note adds to", ["CorrectedAt"] = "when a note was corrected",
            },
            IsAboutPeople = true,
            IsConfidential = true, // that there are notes is the staff's business, not the group's
        },
        new(nameof(PlaceTag))
        {
            Added = "{0} added a tag.",
            Removed = "{0} made a tag part of another.",
            Fields = new Dictionary<string, string> { ["PlaceId"] = "the place of a tag", ["Name"] = "the name of a tag", ["IsPublic"] = "who sees a tag" },
            Instead = new Dictionary<string, string> { ["RetiredAt"] = "{0} retired a tag or brought it back." },
        },
        new(nameof(Tagging))
        {
            Added = "{0} put a tag on a group.",
            Removed = "{0} took a tag off a group.",
            Fields = new Dictionary<string, string> { ["PlaceId"] = "the place of a tag", ["TagId"] = "the tag", ["OrganisationId"] = "the group with a tag" },
        },
        new(nameof(SearchWords))
        {
            Added = "{0} taught the search a word.",
            Removed = "{0} took a word of the search away.",
            Fields = new Dictionary<string, string> { ["PlaceId"] = "the place of a word of the search", ["Kind"] = "what the search does with a word", ["Words"] = "words of the search" },
        },
        new(nameof(KeptList))
        {
            Added = "{0} made a list of groups.",
            Removed = "{0} took a list of groups away.",
            Fields = new Dictionary<string, string> { ["PlaceId"] = "the place of a list", ["Name"] = "the name of a list", ["Question"] = "what a list searches for", ["MadeAt"] = "the day of a list" },
        },
        new(nameof(ListMember))
        {
            Added = "{0} put a group on a list.",
            Removed = "{0} took a group off a list.",
            Fields = new Dictionary<string, string> { ["PlaceId"] = "the place of a list", ["ListId"] = "the list", ["OrganisationId"] = "the group on a list" },
        },
        new(nameof(NewsMailing))
        {
            Added = "{0} sent a letter to a list.",
            Removed = "{0} removed a letter to a list.",
            Fields = new[] { "PlaceId", "ListId", "ListName", "Subject", "Body", "ById", "QueuedAt", "Groups", "NoContact", "NotAsked", "Unreachable" }.ToDictionary(field => field, _ => "what is known of a letter to a list"),
        },
    ];
}
