using System.Text.RegularExpressions;

namespace Trellis.Browser;

/// <summary>Passkeys as Chromium itself makes and shows them, with a virtual device in place of a finger.</summary>
public sealed class Passkeys(Served site)
{
    private static readonly Regex Question = new(@"/sign-in\?handler=Begin$");

    [Fact]
    public async Task One_is_added_and_signs_in_by_the_button_and_once_removed_does_so_no_longer()
    {
        var page = await site.NewPage(320);
        var device = await Device.Add(page);
        await Enrol(page, "Siân Hughes", "My phone");
        Assert.Contains("My phone", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await device.Touch(false);
        await SignOut(page);
        await page.RunAndWaitForResponseAsync(() => page.GotoAsync(site.Named + "/sign-in?back=/me/passkeys"), Question);
        await page.RouteAsync(Question, async question =>
        {
            await device.Touch(true); // before the button's question is answered: a virtual device asked without a finger on it never answers
            await question.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByText("Last used").WaitForAsync();

        await page.Locator("ul.results button").ClickAsync();
        await page.Locator("ul.results").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await SignOut(page);
        await page.GotoAsync(site.Named + "/sign-in");
        await page.GetByText("This passkey signs nobody in here.").First.WaitForAsync(); // offered in the field by the device at once
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task It_is_offered_in_the_field_for_the_address()
    {
        var page = await site.NewPage();
        await Device.Add(page);
        await Enrol(page, "Tom Barlow", "Laptop");
        await SignOut(page);
        await page.GotoAsync(site.Named + "/sign-in?back=/me"); // a virtual device chooses for its owner
        await page.WaitForURLAsync(site.Named + "/me");
        Assert.Contains("Signed in as tom@trellis.example", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_device_that_does_not_verify_its_owner_gets_a_sentence_and_no_passkey()
    {
        var page = await site.NewPage();
        await Device.Add(page, isVerified: false);
        await Become(page, "Priya Shah");
        await page.GotoAsync(site.Named + "/me/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("No passkey was chosen.").WaitForAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Without_scripts_the_page_asks_for_the_address_alone()
    {
        var page = await site.NewPage(320, scripts: false);
        await page.GotoAsync(site.Named + "/sign-in");
        Assert.False(await page.GetByText("Sign in with a passkey").IsVisibleAsync());
        await page.GetByLabel("Email address").FillAsync("nobody@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" }).ClickAsync();
        Assert.Equal("Enter your code", await page.Locator("h1").InnerTextAsync());
        await page.Context.DisposeAsync();
    }

    private async Task Enrol(IPage page, string who, string name)
    {
        await Become(page, who);
        await page.GotoAsync(site.Named + "/me/passkeys");
        await page.GetByLabel("Name of the passkey").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = name }).WaitForAsync();
    }

    private async Task Become(IPage page, string who)
    {
        await page.GotoAsync(site.Named + "/demo/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue as " + who }).ClickAsync();
        await page.WaitForURLAsync("**/me");
    }

    private async Task SignOut(IPage page)
    {
        await page.GotoAsync(site.Named + "/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync(site.Named + "/");
    }
}
