using Trellis.Platform.Data;

namespace Trellis.Groups.Tags;

/// <summary>Takes a tag out of use, or brings it back. What has it keeps it meanwhile.</summary>
internal sealed class RetireTag(SaveTags save, TimeProvider clock)
{
    public async Task Handle(PlaceTag tag, bool bringBack, CancellationToken stop)
    {
        tag.RetiredAt = bringBack ? null : tag.RetiredAt ?? clock.GetUtcNow();
        await save.Handle(stop);
    }
}
