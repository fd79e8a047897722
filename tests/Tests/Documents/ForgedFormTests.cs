using AngleSharp.Html.Dom;
using Trellis.Platform.Access;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Documents;

/// <summary>A form with a file is read before the filter that compares tokens; that filter refuses a forged one all the same.</summary>
public sealed class ForgedFormTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/people/confidential/policy")]
    [InlineData("/work/bring-in")]
    [InlineData("/work/imports")]
    [InlineData("/work/library")]
    public async Task A_forged_form_with_a_file_is_refused(string address)
    {
        var place = await site.OnePlace();
        await site.Appoint(Role.Manager, place.Id, place.Id, "all@example.org");
        var administrator = await site.SignInAs(Role.Administrator, place.Id, place.Id, "all@example.org");
        var page = await administrator.Open(address);
        Assert.Equal(200, page.Status);
        var form = page.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(one => one.GetAttribute("enctype") == "multipart/form-data");
        var fields = Upload.Fields(form).ToList();
        foreach (var (forge, isRefused) in new (Func<string, string>, bool)[] { (token => token, false), (token => token + "x", true), (_ => "", true) })
        {
            var sent = fields.Select(field => field.Name == "__RequestVerificationToken" ? (field.Name, forge(field.Value)) : field);
            var answer = await administrator.Send(Upload.Request(new(form.GetAttribute("action")!, UriKind.Relative), sent, "Form.File", "a.pdf", GoodFiles.Pdf));
            Assert.Equal(isRefused, answer.Status == 400);
        }
    }
}
