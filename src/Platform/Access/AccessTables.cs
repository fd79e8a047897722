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
        model.Entity<SignInCode>(code =>
        {
            code.ToTable("platform_sign_in_code");
            code.HasIndex(c => c.BrowserHash).IsUnique();
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
        model.Entity<Passkey>(passkey =>
        {
            passkey.ToTable("platform_passkey");
            passkey.HasIndex(p => p.CredentialId).IsUnique();
            passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        });
        model.Entity<OutsideIdentity>(identity =>
        {
            identity.ToTable("platform_outside_identity");
            identity.HasIndex(i => new { i.Issuer, i.Subject }).IsUnique();
            identity.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
        });
        model.Entity<PasskeyChallenge>().ToTable("platform_passkey_challenge");
        model.Entity<KnownDevice>(device =>
        {
            device.ToTable("platform_known_device");
            device.HasIndex(d => new { d.PersonId, d.TokenHash }).IsUnique();
            device.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        });
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
