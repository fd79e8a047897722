using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;

namespace Trellis.Support.Enquiries;

internal static class EnquiryServices
{
    public static IQueryable<Enquiry> Enquiries(this Db db, Guid placeId) => db.Set<Enquiry>().Where(enquiry => enquiry.PlaceId == placeId);

    public static void Build(ModelBuilder model)
    {
        model.Entity<Enquiry>(enquiry =>
        {
            enquiry.ToTable("support_enquiry");
            enquiry.Ignore(e => e.IsOver);
            enquiry.Property(e => e.Version).IsConcurrencyToken();
        });
        model.Entity<EnquiryNote>(note =>
        {
            note.ToTable("support_enquiry_note");
            note.HasOne<Enquiry>().WithMany().HasForeignKey(n => n.EnquiryId);
        });
    }

    /// <summary>Who asks for help, and what becomes of it.</summary>
    public static void AddEnquiries(this IServiceCollection services)
    {
        services.AddScoped<TakeInEnquiry>();
        services.AddScoped<MoveEnquiry>();
        services.AddScoped<ReadEnquiries>();
        services.AddScoped<RemindOfEnquiries>();
        services.AddJob(RemindOfEnquiries.Job);
        services.AddScoped<IRecords, EnquiryRecords>();
        services.AddSingleton(new MergeFollower(nameof(Enquiry), "support_enquiry"));
        services.AddHistoryWords(new RecordWords(nameof(Enquiry))
        {
            Added = "{0} took an enquiry in.",
            Removed = "{0} removed an enquiry.",
            Fields = new Dictionary<string, string>
            {
                ["PlaceId"] = "the place of an enquiry",
                ["OrganisationId"] = "the group of an enquiry",
                ["Who"] = "who asks",
                ["Email"] = "how to reach who asks",
                ["Telephone"] = "how to reach who asks",
                ["Channel"] = "how an enquiry came",
                ["TopicId"] = "what an enquiry is about",
                ["Text"] = "what is asked",
                ["ReceivedAt"] = "when an enquiry came",
                ["OwnerId"] = "who answers an enquiry",
                ["DueOn"] = "by when an enquiry is answered",
                ["RemindOn"] = "when to be reminded",
                ["ToldOf"] = "of which day somebody was reminded",
                ["State"] = "how an enquiry stands",
                ["Outcome"] = "what came of an enquiry",
                ["AnsweredAt"] = "when an enquiry was answered",
                ["Satisfaction"] = "whether the answer helped",
                ["MergedIntoId"] = "which enquiry asks the same",
            },
            IsAboutPeople = true,
            IsConfidential = true,
        });
        services.AddToRegister([Personal, Notes]);
    }

    private const string After = "for six years after it came";

    private static PersonalTable Personal => new()
    {
        Table = "support_enquiry",
        What = "Enquiries",
        Purpose = "to answer who asks for help",
        Basis = LawfulBasis.LegitimateInterests,
        Audience = "support workers and managers of the place; the group that asked",
        Source = "whoever asks, or the worker who heard it",
        Fields = new Dictionary<string, string> { ["who"] = "who asks", ["email"] = "where the answer goes", ["telephone"] = "the number to call", ["text"] = "what is asked", ["outcome"] = "what came of it", ["owner_id"] = "who answers" },
        Others = ["id", "place_id", "organisation_id", "channel", "topic_id", "received_at", "due_on", "remind_on", "told_of", "state", "answered_at", "satisfaction", "merged_into_id", "version"],
        MayNameOthers = ["text", "outcome"],
        Of = "email = @email OR owner_id = @person OR replace(lower(text), @email, '') <> lower(text) OR replace(lower(coalesce(outcome, '')), @email, '') <> lower(coalesce(outcome, ''))",
        OnErasure = Ending.Empty,
        Emptied = new Dictionary<string, string>
        {
            ["who"] = "CASE WHEN email = @email THEN '[erased]' ELSE who END",
            ["telephone"] = "CASE WHEN email = @email THEN NULL ELSE telephone END",
            ["text"] = "CASE WHEN email = @email THEN '[erased]' ELSE replace(text, @email, '[erased]') END",
            ["outcome"] = "replace(outcome, @email, '[erased]')",
            ["owner_id"] = "CASE WHEN owner_id = @person THEN NULL ELSE owner_id END",
            ["email"] = "CASE WHEN email = @email THEN NULL ELSE email END",
        },
        Kept = new(After, "received_at", 2_192),
    };

    private static PersonalTable Notes => new()
    {
        Table = "support_enquiry_note",
        What = "What the staff say about enquiries",
        Purpose = "to hand enquiries over and to know why one was opened again",
        Basis = LawfulBasis.LegitimateInterests,
        Audience = "support workers and managers of the place",
        Source = "whoever of the staff writes it",
        Fields = new Dictionary<string, string> { ["text"] = "what it says", ["author_id"] = "who wrote it" },
        Others = ["id", "enquiry_id", "written_at", "kind"],
        MayNameOthers = ["text"],
        Of = "author_id = @person OR replace(lower(text), @email, '') <> lower(text)",
        OnErasure = Ending.Empty,
        Emptied = new Dictionary<string, string> { ["text"] = "replace(text, @email, '[erased]')", ["author_id"] = "CASE WHEN author_id = @person THEN NULL ELSE author_id END" },
        Kept = new(After, "written_at", 2_192),
    };
}
