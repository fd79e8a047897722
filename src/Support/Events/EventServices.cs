using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Jobs;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;
using Trellis.Support.Events.Attending;
using Trellis.Support.Events.Bookings;
using Trellis.Support.Events.Counting;
using Trellis.Support.Events.Letters;
using Trellis.Support.Events.Planning;
using Trellis.Support.Plans;
using Trellis.Support.Relationship;

namespace Trellis.Support.Events;

internal static class EventServices
{
    /// <summary>Training and events: planned, booked, come to, asked about.</summary>
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddRules(EventRules.All);
        services.AddWorkLinks(EventRules.Doors);
        services.AddToRegister(EventsRegister.Personal, EventsRegister.Peopleless);
        services.AddHistoryWords(EventHistoryWords.All);
        services.AddSingleton(new MergeFollower(nameof(Booking), "support_booking"));
        services.AddScoped<OneAtATime>();
        services.AddScoped<EventLetters>();
        services.AddScoped<ListEvents>();
        services.AddScoped<PlanEvent>();
        services.AddScoped<ChangeEvent>();
        services.AddScoped<CancelEvent>();
        services.AddScoped<BookPlace>();
        services.AddScoped<AnswerOffer>();
        services.AddScoped<MoveUp>();
        services.AddScoped<MoveWaitingLists>();
        services.AddJob(MoveWaitingLists.Job);
        services.AddScoped<SendEventLetters>();
        services.AddJob(SendEventLetters.Job);
        services.AddScoped<MarkAttendance>();
        services.AddScoped<ReadCertificate>();
        services.AddScoped<CountAsSupport>();
        services.AddScoped<JoinGroup>();
        services.AddScoped<SayUsefulness>();
        services.AddScoped<EventsAttended>();
        services.AddScoped<ISupportParts, TrainingPart>();
        services.AddScoped<IServeActions, TrainingTaken>();
        services.AddScoped<HeldEvents>();
        services.AddScoped<IRecords, EventRecords>();
        services.AddScoped<IRecords, AttendanceRecords>();
    }
}
