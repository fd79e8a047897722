using Trellis.Platform.Web;

namespace Trellis.Groups.Find;

/// <summary>The search has read the place once; until then a page of results would keep people waiting.</summary>
internal sealed class DirectoryReady(GroupDirectory directory) : IReady
{
    public string Name => "search";

    public Task<string?> Missing(CancellationToken stop) => Task.FromResult(directory.HasBegun ? null : "the index is still being read");
}
