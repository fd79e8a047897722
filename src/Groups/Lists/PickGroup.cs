using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Lists;

/// <summary>Puts a group on lists that are picked by hand, and takes it off others.</summary>
internal sealed class PickGroup(Db db)
{
    /// <param name="Stood">What was ticked when the form was opened: only what differs from that is changed.</param>
    /// <param name="Chosen">What is ticked now.</param>
    public sealed record Form(Organisation Group, IReadOnlyCollection<Guid> Stood, IReadOnlyCollection<Guid> Chosen);

    public async Task<Result<int>> Handle(Form form, CancellationToken stop)
    {
        var (add, take) = (form.Chosen.Except(form.Stood).ToList(), form.Stood.Except(form.Chosen).ToList());
        var there = await db.Set<KeptList>().CountAsync(list => list.PlaceId == form.Group.PlaceId && list.Question == null && add.Contains(list.Id), stop);
        if (there < add.Count)
        {
            return new Problem("Chosen", "One of these lists is not there any longer. Choose again.");
        }

        var on = await db.Set<ListMember>().Where(member => member.OrganisationId == form.Group.Id).ToListAsync(stop);
        db.RemoveRange(on.Where(member => take.Contains(member.ListId)));
        db.AddRange(add.Where(list => on.TrueForAll(member => member.ListId != list))
            .Select(list => new ListMember { Id = Guid.CreateVersion7(), PlaceId = form.Group.PlaceId, ListId = list, OrganisationId = form.Group.Id }));
        try
        {
            return await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Problem("Chosen", "Somebody else has changed these lists just now. Look at them again.");
        }
    }
}
