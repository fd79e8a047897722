using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Privacy;

namespace Trellis.Support.Topics;

internal static class TopicTables
{
    public static IQueryable<Topic> Topics(this Db db, Guid placeId) => db.Set<Topic>().Where(topic => topic.PlaceId == placeId);

    public static void Build(ModelBuilder model) => model.Entity<Topic>(topic =>
    {
        topic.ToTable("support_topic");
        topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.ParentId);
        topic.Property(t => t.Version).IsConcurrencyToken();
    });

    /// <summary>What help is about.</summary>
    public static void AddTopics(this IServiceCollection services)
    {
        services.AddScoped<TopicTree>();
        services.AddScoped<AddTopic>();
        services.AddScoped<ChangeTopic>();
        services.AddRules(TopicRules.Rule);
        services.AddWorkLinks(TopicRules.Door);
        services.AddToRegister([], new PeoplelessTable("support_topic", "What help can be about, in the place's words"));
        services.AddHistoryWords(new RecordWords(nameof(Topic))
        {
            Added = "{0} added a topic of support.",
            Removed = "{0} removed a topic of support.",
            Fields = new Dictionary<string, string> { ["PlaceId"] = "the place of a topic", ["Key"] = "the short name of a topic", ["Name"] = "the name of a topic", ["ParentId"] = "what a topic is part of", ["Position"] = "the order of topics" },
            Instead = new Dictionary<string, string> { ["RetiredAt"] = "{0} retired a topic or brought it back." },
        });
    }
}
