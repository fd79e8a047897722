using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Tags;

/// <summary>Puts tags on a group and takes others off.</summary>
internal sealed class TagGroup(Db db, SaveTags save)
{
    /// <param name="Stood">What was ticked when the form was opened: only what differs from that is changed, so that two workers do not undo each other.</param>
    /// <param name="Chosen">What is ticked now.</param>
    public sealed record Form(Organisation Group, IReadOnlyCollection<Guid> Stood, IReadOnlyCollection<Guid> Chosen);

    public async Task<Result<int>> Handle(Form form, CancellationToken stop)
    {
        var (add, take) = (form.Chosen.Except(form.Stood).ToList(), form.Stood.Except(form.Chosen).ToList());
        var offered = await db.Set<PlaceTag>().Where(tag => tag.PlaceId == form.Group.PlaceId && tag.RetiredAt == null && add.Contains(tag.Id)).Select(tag => tag.Id).ToListAsync(stop);
        if (offered.Count < add.Count)
        {
            return new Problem("Chosen", "One of these tags is not there any longer. Choose again.");
        }

        var have = await db.Set<Tagging>().Where(put => put.OrganisationId == form.Group.Id).ToListAsync(stop);
        var gone = have.Where(put => take.Contains(put.TagId)).ToList();
        var put = add.Where(tag => have.TrueForAll(one => one.TagId != tag)).ToList();
        if (gone.Count + put.Count > 0)
        {
            db.RemoveRange(gone);
            db.AddRange(put.Select(tag => new Tagging { Id = Guid.CreateVersion7(), PlaceId = form.Group.PlaceId, TagId = tag, OrganisationId = form.Group.Id }));
            try
            {
                await save.Handle(stop);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                return new Problem("Chosen", "Somebody else has changed the tags of this group just now. Look at them again.");
            }
        }

        return gone.Count + put.Count;
    }
}
