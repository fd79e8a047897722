using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Support.Checks.Records;

internal static class CheckTables
{
    public static IQueryable<Assessment> Assessments(this Db db, Guid placeId) => db.Set<Assessment>().Where(one => one.PlaceId == placeId);

    /// <summary>What the group agreed to, as far as it has not taken it back.</summary>
    public static IQueryable<CheckConsent> Consents(this Db db, Audience audience) => db.Set<CheckConsent>().Where(one => one.Audience == audience && one.WithdrawnAt == null);

    public static void Build(ModelBuilder model)
    {
        model.Entity<KeptInstrument>(kept =>
        {
            kept.ToTable("support_instrument");
            kept.HasIndex(k => new { k.Key, k.Version }).IsUnique();
        });
        model.Entity<Assessment>(assessment =>
        {
            assessment.ToTable("support_assessment");
            assessment.Property(a => a.Version).IsConcurrencyToken();
            assessment.HasOne<KeptInstrument>().WithMany().HasForeignKey(a => a.InstrumentId);
            assessment.HasOne<Assessment>().WithMany().HasForeignKey(a => a.BeforeId);
        });
        model.Entity<Respondent>(respondent =>
        {
            respondent.ToTable("support_respondent");
            respondent.Property(r => r.Version).IsConcurrencyToken();
            respondent.HasIndex(r => r.TokenHash).IsUnique();
            respondent.HasOne<Assessment>().WithMany().HasForeignKey(r => r.AssessmentId);
        });
        model.Entity<Answer>(answer =>
        {
            answer.ToTable("support_answer");
            answer.HasIndex(a => new { a.RespondentId, a.Item }).IsUnique();
            answer.HasOne<Respondent>().WithMany().HasForeignKey(a => a.RespondentId);
        });
        model.Entity<Agreed>(agreed =>
        {
            agreed.ToTable("support_agreed");
            agreed.Property(a => a.Version).IsConcurrencyToken();
            agreed.HasIndex(a => new { a.AssessmentId, a.Item }).IsUnique();
            agreed.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId);
        });
        model.Entity<CheckConsent>(consent =>
        {
            consent.ToTable("support_check_consent");
            consent.Property(c => c.Version).IsConcurrencyToken();
            consent.HasIndex(c => c.TokenHash).IsUnique();
            consent.HasOne<Assessment>().WithMany().HasForeignKey(c => c.AssessmentId);
        });
    }
}
