using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Find;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Search;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Find;

/// <summary>What cannot be read of one group or one place keeps nothing else from being found, and the log says so.</summary>
public sealed class DirectoryTroubleTests
{
    [Fact]
    public async Task A_place_that_cannot_be_read_keeps_no_other_from_being_found()
    {
        await using var site = new Site();
        var (broken, whole) = (await site.MakePlace(), await site.MakePlace());
        site.Services.GetRequiredService<KnownPlaces>().LookAgainNow();
        await using (var connection = await site.Services.GetRequiredService<Database>().Open(default))
        {
            await connection.Execute(
                "INSERT INTO groups_search_words (id, place_id, kind, words) VALUES (@id, @place, 'Nonsense', 'pair = brace')", default, ("id", Guid.CreateVersion7()), ("place", broken.Id));
        }

        await site.Import(whole, "group-list", "name\nQuokka Friends\n", "first");
        var directory = ActivatorUtilities.CreateInstance<GroupDirectory>(site.Services);
        await directory.Refresh(default);
        Assert.Equal(1, await Found(directory, whole, "quokka"));

        await site.Import(whole, "group-list", "name\nQuokka Helpers\n", "second");
        await directory.Refresh(default);
        Assert.Equal(2, await Found(directory, whole, "quokka"));

        await using (var connection = await site.Services.GetRequiredService<Database>().Open(default))
        {
            await connection.Execute("DELETE FROM groups_search_words WHERE place_id = @place", default, ("place", broken.Id));
        }

        await site.Import(broken, "group-list", "name\nQuokka Elsewhere\n", "third");
        await directory.Refresh(default);
        Assert.Equal(1, await Found(directory, broken, "quokka"));
    }

    private static async Task<int> Found(GroupDirectory directory, Place place, string words) =>
        (await directory.Now(place.Id, default))!.Index.Search(new Question { Words = words }).Total;
}
