using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Editing;

/// <summary>A place, a group in it, and the people who have to do with it.</summary>
public abstract class Scene(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private protected Place Place { get; private set; } = null!;

    private protected Organisation Group { get; private set; } = null!;

    /// <summary>The address that the group is known by.</summary>
    private protected string Mailbox { get; } = $"hello-{Guid.CreateVersion7():n}@spokes.example.org";

    public async ValueTask InitializeAsync()
    {
        Place = await site.OnePlace();
        Group = await site.OneGroup(Place, null, Mailbox);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected string Address(string more = "") => $"/groups/{Group.Slug}{more}";

    private protected Task<Visitor> Lead() => site.SignInAs(Role.Lead, Group.Id, Place.Id);

    /// <summary>Another one each time, so that nobody asks for too many codes.</summary>
    private protected Task<Visitor> Worker() => site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, $"worker-{Guid.CreateVersion7():n}@example.org");

    private protected static string SomebodysMail() => $"somebody-{Guid.CreateVersion7():n}@example.org";

    private protected async Task<string> LinkIn(string email)
    {
        var letter = await site.LatestLetter(email);
        return new Uri(letter.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }
}
