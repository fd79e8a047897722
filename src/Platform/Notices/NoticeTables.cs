using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;

namespace Trellis.Platform.Notices;

internal static class NoticeTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<Letter>(letter =>
        {
            letter.ToTable("platform_letter");
            letter.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<Unreachable>(address =>
        {
            address.ToTable("platform_unreachable");
            address.HasKey(a => a.Email);
        });
        model.Entity<Consent>(consent =>
        {
            consent.ToTable("platform_consent");
            consent.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
            consent.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<Suppressed>(address =>
        {
            address.ToTable("platform_suppressed");
            address.HasKey(a => a.AddressHash);
        });
        model.Entity<LetterChoice>(choice =>
        {
            choice.ToTable("platform_letter_choice");
            choice.HasKey(c => c.PersonId);
            choice.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        });
        model.Entity<SealedKey>(key =>
        {
            key.ToTable("platform_sealed_key");
            key.HasKey(k => k.Name);
        });
    }
}
