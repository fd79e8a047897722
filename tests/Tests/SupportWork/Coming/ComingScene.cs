using System.Text;
using Trellis.Platform.Access;
using Trellis.Support.Coming;
using Trellis.Support.Log;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Coming;

/// <summary>Brings files out of another system, as a manager does.</summary>
internal static class ComingScene
{
    public static Task<Visitor> Manager(this Site site, Guid placeId) => site.SignInAs(Role.Manager, placeId, placeId, $"manager-{Guid.CreateVersion7():n}@example.org");

    /// <summary>Chooses the file and presses the button.</summary>
    public static async Task<PageSeen> SendFile(this Visitor visitor, string name, byte[] content, string holds = "Support history") => await visitor.Send(await visitor.Open("/work/bring-in"), ("The file", name, content), (holds, "x"));

    /// <summary>The page of a file that was taken in, past that of its columns.</summary>
    public static async Task<PageSeen> Look(this Visitor visitor, string csv, string name = "history.csv", string holds = "Support history")
    {
        var sent = await visitor.SendFile(name, Encoding.UTF8.GetBytes(csv), holds);
        Assert.Equal(302, sent.Status);
        var saved = await (await sent.FollowRedirect()).Press("Save and see what would come in");
        Assert.Equal(302, saved.Status);
        return await saved.FollowRedirect();
    }

    /// <summary>How many rows have which fate, in the order of the page: come in, here, wait, left out, cannot.</summary>
    public static int[] Fates(this PageSeen page) => [.. page.All(".stat .number").Select(text => int.Parse(text, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>A history of one group, a row each.</summary>
    public static string Csv(params string[] rows) => "Date,Group,Minutes,Method,Topic,Worker,Notes\n" + string.Join('\n', rows) + "\n";

    /// <summary>The page of a file of contacts.</summary>
    public static Task<PageSeen> LookAtContacts(this Visitor visitor, string csv) => visitor.Look(csv, "contacts.csv", "Contacts of groups");

    public static async Task<List<SupportEntry>> Entries(this Site site, string word) => [.. (await site.All<SupportEntry>()).Where(one => one.Done.Contains(word, StringComparison.Ordinal)).OrderBy(one => one.OnDay)];

    public static Guid IdOf(this PageSeen page) => Guid.Parse(new Uri(page.Response.RequestMessage!.RequestUri!.ToString()).AbsolutePath.Split('/')[3]);

    public static async Task<Arrival> Arrival(this Site site, PageSeen page) => (await site.All<Arrival>()).Single(one => one.Id == page.IdOf());
}
