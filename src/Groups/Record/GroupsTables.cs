using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Claiming;
using Trellis.Groups.Confidential;
using Trellis.Groups.Lists;
using Trellis.Groups.Mailing;
using Trellis.Groups.Notes;
using Trellis.Groups.Problems;
using Trellis.Groups.Proposing;
using Trellis.Groups.Tags;
using Trellis.Platform.Data;

namespace Trellis.Groups.Record;

internal static class GroupsTables
{
    public static IQueryable<Organisation> Organisations(this Db db, Guid placeId) => db.Set<Organisation>().Where(organisation => organisation.PlaceId == placeId);

    public static IQueryable<Service> Services(this Db db, Guid placeId) => db.Set<Service>().Where(service => service.PlaceId == placeId);

    public static IQueryable<Premises> Premises(this Db db, Guid placeId) => db.Set<Premises>().Where(premises => premises.PlaceId == placeId);

    public static void Build(ModelBuilder model)
    {
        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("groups_organisation").Ignore(o => o.Point);
            organisation.Property(o => o.Version).IsConcurrencyToken();
        });
        model.Entity<SourceRecord>(record =>
        {
            record.ToTable("groups_source_record");
            record.Property(r => r.Version).IsConcurrencyToken();
        });
        model.Entity<Service>(service =>
        {
            service.ToTable("groups_service");
            service.Property(s => s.Version).IsConcurrencyToken();
        });
        model.Entity<Premises>(premises =>
        {
            premises.ToTable("groups_premises");
            premises.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<Name>().ToTable("groups_name");
        model.Entity<Identifier>().ToTable("groups_identifier").HasKey(identifier => new { identifier.PlaceId, identifier.Code });
        model.Entity<Tag>().ToTable("groups_tag").HasKey(tag => new { tag.OrganisationId, tag.Code });
        model.Entity<FormerSlug>().ToTable("groups_former_slug").HasKey(former => new { former.PlaceId, former.Slug });
        model.Entity<Likeness>().ToTable("groups_likeness");
        model.Entity<Merge>().ToTable("groups_merge");
        SaidByPeople(model);
        model.Entity<ConfidentialNote>().ToTable("groups_confidential_note");
        KeptByWorkers(model);
        Lists(model);
        model.Entity<MergeItem>().ToTable("groups_merge_item").HasKey(item => new { item.MergeId, item.ItemId });
    }

    private static void KeptByWorkers(ModelBuilder model)
    {
        model.Entity<Note>(note =>
        {
            note.ToTable("groups_note");
            note.Property(n => n.Version).IsConcurrencyToken();
        });
        model.Entity<PlaceTag>(tag =>
        {
            tag.ToTable("groups_place_tag");
            tag.Property(t => t.Version).IsConcurrencyToken();
        });
        model.Entity<Tagging>(put =>
        {
            put.ToTable("groups_tagging");
            put.HasOne<PlaceTag>().WithMany().HasForeignKey(p => p.TagId);
            put.Property(p => p.Version).IsConcurrencyToken();
        });
    }

    private static void Lists(ModelBuilder model)
    {
        model.Entity<KeptList>(list =>
        {
            list.ToTable("groups_list");
            list.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<ListMember>(member =>
        {
            member.ToTable("groups_list_member");
            member.HasOne<KeptList>().WithMany().HasForeignKey(m => m.ListId);
            member.Property(m => m.Version).IsConcurrencyToken();
        });
        model.Entity<NewsMailing>(mailing =>
        {
            mailing.ToTable("groups_mailing");
            mailing.Property(m => m.Version).IsConcurrencyToken();
        });
        model.Entity<MailedLetter>(letter =>
        {
            letter.ToTable("groups_mailed_letter").HasKey(l => new { l.MailingId, l.LetterId });
            letter.HasOne<NewsMailing>().WithMany().HasForeignKey(l => l.MailingId);
        });
    }

    private static void SaidByPeople(ModelBuilder model)
    {
        model.Entity<ReportedProblem>(problem =>
        {
            problem.ToTable("groups_problem");
            problem.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<Proposal>(proposal =>
        {
            proposal.ToTable("groups_proposal");
            proposal.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<ProposedField>(field =>
        {
            field.ToTable("groups_proposed_field").HasKey(f => new { f.ProposalId, f.Field });
            field.HasOne<Proposal>().WithMany().HasForeignKey(f => f.ProposalId);
        });
        model.Entity<Claim>(claim =>
        {
            claim.ToTable("groups_claim").Ignore(c => c.IsOpen);
            claim.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<Freshness>(freshness =>
        {
            freshness.ToTable("groups_freshness").HasKey(f => f.OrganisationId);
            freshness.Property(f => f.Version).IsConcurrencyToken();
        });
    }
}
