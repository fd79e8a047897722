using Microsoft.EntityFrameworkCore;

namespace Trellis.Platform.Access;

/// <summary>The tables of the ways of signing in.</summary>
internal static class SignInTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<SignInCode>(code =>
        {
            code.ToTable("platform_sign_in_code");
            code.HasIndex(c => c.BrowserHash).IsUnique();
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.ToTable("platform_passkey");
            passkey.HasIndex(p => p.CredentialId).IsUnique();
            passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        });
        model.Entity<PasskeyChallenge>().ToTable("platform_passkey_challenge");
        model.Entity<OutsideIdentity>(identity =>
        {
            identity.ToTable("platform_outside_identity");
            identity.HasIndex(i => new { i.Issuer, i.Subject }).IsUnique();
            identity.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
        });
        model.Entity<KnownDevice>(device =>
        {
            device.ToTable("platform_known_device");
            device.HasIndex(d => new { d.PersonId, d.TokenHash }).IsUnique();
            device.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        });
    }
}
