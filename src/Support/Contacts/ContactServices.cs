using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Privacy;
using Trellis.Support.Relationship;

namespace Trellis.Support.Contacts;

internal static class ContactServices
{
    public const string KeepContacts = "keep-contacts";

    public static IQueryable<Contact> Contacts(this Db db, Guid placeId) => db.Set<Contact>().Where(contact => contact.PlaceId == placeId);

    public static void Build(ModelBuilder model) => model.Entity<Contact>(contact =>
    {
        contact.ToTable("support_contact").Ignore(c => c.ShownName);
        contact.Property(c => c.Version).IsConcurrencyToken();
    });

    /// <summary>Whom the staff turn to in a group.</summary>
    public static void AddContacts(this IServiceCollection services)
    {
        services.AddRules(new Rule(KeepContacts, "Write down whom to turn to in a group, and put it right", Role.SupportWorker, Role.Manager));
        services.AddToRegister([ContactRegister.Contacts]);
        services.AddSingleton(new MergeFollower(nameof(Contact), "support_contact"));
        services.AddHistoryWords(ContactRegister.Words);
        services.AddScoped<KeepContact>();
        services.AddScoped<ISupportParts, ContactPart>();
    }
}
