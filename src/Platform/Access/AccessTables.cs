using Microsoft.EntityFrameworkCore;

namespace Trellis.Platform.Access;

internal static class AccessTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("platform_person");
            person.HasIndex(p => p.Email).IsUnique();
            person.Ignore(p => p.ShownName);
            person.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("platform_session");
            session.HasIndex(s => s.TokenHash).IsUnique();
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        });
        model.Entity<Appointment>(appointment =>
        {
            appointment.ToTable("platform_appointment");
            appointment.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
            appointment.HasOne<Places.Place>().WithMany().HasForeignKey(a => a.PlaceId);
            appointment.Property(a => a.Version).IsConcurrencyToken();
        });
        model.Entity<OneTimeLink>(link =>
        {
            link.ToTable("platform_one_time_link");
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.Property(l => l.Version).IsConcurrencyToken();
        });
        InvitationTables.Build(model);
        SignInTables.Build(model);
        model.Entity<Rate>(rate =>
        {
            rate.ToTable("platform_rate");
            rate.HasKey(r => r.KeyHash);
        });
    }

    /// <summary>The row behind <see cref="Rates"/>.</summary>
    internal sealed class Rate
    {
        public required string KeyHash { get; init; }

        public required DateTimeOffset Since { get; set; }

        public int Number { get; set; }
    }
}
