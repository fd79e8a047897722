using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Trellis.Tests.Support;

/// <summary>What the script of our pages does between the browser's passkeys and the server.</summary>
internal static class PasskeyPages
{
    /// <summary>A question that a page has fetched, and that waits for its answer.</summary>
    public sealed record Asked(PageSeen Page, string Challenge, JsonElement Options);

    public static async Task<Asked> AskForPasskey(this Visitor visitor, string address)
    {
        var page = await visitor.Open(address);
        Assert.Equal(200, page.Status);
        var answer = await Send(visitor, page, Form(page).GetAttribute("data-begin")!);
        Assert.Equal(200, answer.Status);
        var said = JsonDocument.Parse(answer.Body).RootElement;
        return new(page, said.GetProperty("challenge").GetString()!, said.GetProperty("options"));
    }

    public static Task<PageSeen> Answer(this Visitor visitor, Asked asked, string credential, string name = "") =>
        Send(visitor, asked.Page, Form(asked.Page).GetAttribute("action")!, ("Challenge", asked.Challenge), ("Credential", credential), ("Name", name));

    /// <summary>Adds this device's passkey to the visitor's account.</summary>
    public static async Task Enrol(this Visitor visitor, SoftKey key, string name = "My phone")
    {
        var asked = await visitor.AskForPasskey("/me/passkeys");
        Assert.Equal(302, (await visitor.Answer(asked, key.Make(asked.Options), name)).Status);
    }

    public static async Task<PageSeen> SignInWith(this Visitor visitor, SoftKey key)
    {
        var asked = await visitor.AskForPasskey("/sign-in");
        return await visitor.Answer(asked, key.Show(asked.Options));
    }

    private static IHtmlFormElement Form(PageSeen page) =>
        page.Document.QuerySelector("form#passkey") as IHtmlFormElement ?? throw new InvalidOperationException($"{page.Heading} asks for no passkey.");

    private static Task<PageSeen> Send(Visitor visitor, PageSeen page, string to, params (string Name, string Value)[] filled)
    {
        var fields = Form(page).Elements.OfType<IHtmlInputElement>().Where(field => field.Name is { Length: > 0 }).ToDictionary(field => field.Name!, field => field.Value);
        foreach (var (name, value) in filled)
        {
            fields[name] = value;
        }

        return visitor.Send(new(HttpMethod.Post, new Uri(to, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) });
    }
}
