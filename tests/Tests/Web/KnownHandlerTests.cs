using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

/// <summary>A form sent to a handler that its page does not have is answered as a page that is not there, and never by a page that nobody read.</summary>
public sealed class KnownHandlerTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("Nonsense")]
    [InlineData("%00")]
    [InlineData("")]
    public async Task An_unknown_handler_is_nowhere(string handler)
    {
        var place = await site.OnePlace();
        var administrator = await site.SignInAs(Role.Administrator, place.Id, place.Id);
        await site.Appoint(Role.Viewer, place.Id, place.Id, "viewer@example.org");
        var person = await site.InDb(db => db.Set<Person>().Where(one => one.Email == "viewer@example.org").Select(one => one.Id).SingleAsync());
        foreach (var address in new[] { "/people/confidential", $"/people/{person}/data" })
        {
            var page = await administrator.Open(address);
            var form = page.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(one => one.Method == "post");
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{address}?handler={handler}", UriKind.Relative)) { Content = new FormUrlEncodedContent(Upload.Fields(form).Select(field => KeyValuePair.Create(field.Name, field.Value))) };
            Assert.Equal(404, (await administrator.Send(request)).Status);
        }
    }
}
