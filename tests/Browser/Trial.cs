using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Trellis.Browser;

/// <summary>As somebody new would try who may do what: from the link on the console to a treasurer of whom nothing is left to find.</summary>
public sealed partial class Trial(Served site)
{
    private const string Group = "Sale Moor Trial Singers";
    private const string Treasurer = "tess.trialcanary@example.org";
    private const string Name = "Tess Trialcanary";

    [Fact]
    public async Task From_the_first_administrator_to_a_treasurer_who_is_erased()
    {
        var administrator = await Administrator();
        await Press(administrator, "/people/invitations", "Send the invitation", ("Their email address", "wilma.worker@example.org"), ("Support worker", "✓"));
        var worker = await Worker();
        await Enter(worker);

        var phone = await site.NewPage(320);
        await Claim(phone);
        await Press(worker, Page("/asking"), "Send the asking");
        await Confirm();
        await TakeData(phone);

        Assert.NotEmpty(await Traces());
        await Press(phone, "/me/data", "Erase me for good", ("Your email address", Treasurer));
        Assert.Empty(await Traces());
        foreach (var page in new[] { worker, administrator, await site.NewPage(320) })
        {
            foreach (var url in new List<string> { Page(""), "/groups?q=trial+singers", "/people", "/demo/mail", Page("/people"), Page("/history") })
            {
                await page.GotoAsync(site.Named + url);
                Assert.DoesNotContain("trialcanary", await page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
            }

            await page.Context.DisposeAsync();
        }
    }

    private static string Page(string part) => "/groups/sale-moor-trial-singers" + part;

    private async Task<IPage> Administrator()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Named + await site.FirstAdministrator);
        await Fill(page, "Your name", "Ada Administrator");
        await Fill(page, "Email address", "ada.administrator@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Become the administrator" }).ClickAsync();
        await page.WaitForURLAsync("**/me*");
        return page;
    }

    /// <summary>Accepts the invitation from the mail, adds a passkey, and comes back with it.</summary>
    private async Task<IPage> Worker()
    {
        var page = await site.NewPage();
        await Device.Add(page);
        await page.GotoAsync(await InMail("wilma.worker@example.org", Link("/invitation")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await page.GotoAsync(site.Named + "/me/passkeys");
        await page.GetByLabel("Name of the passkey").FillAsync("Laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Laptop" }).WaitForAsync();
        await Press(page, "/sign-out", "Sign out");
        await page.GotoAsync(site.Named + "/sign-in?back=/work"); // the device offers it by itself
        await page.WaitForURLAsync(site.Named + "/work");
        return page;
    }

    /// <summary>A group of which no register knows, with the treasurer's own address as the group's.</summary>
    private async Task Enter(IPage worker)
    {
        await Press(worker, "/work/enter-group", "Enter the group", ("Name of the group", Group), ("What they do", "Sing on Thursdays"), ("Email address of the group", Treasurer), ("Address", "1 Trial Road, Sale"), ("Postcode", "M33 2AA"));
        await worker.WaitForURLAsync("**" + Page(""));
    }

    private async Task Claim(IPage phone)
    {
        await Press(phone, "/sign-in", "Send me a code", ("Email address", Treasurer));
        await Fill(phone, "Code", await InMail(Treasurer, SixDigits()));
        await phone.Locator("main form button").First.ClickAsync();
        await phone.WaitForURLAsync("**/me*");
        await Press(phone, "/me", "Save", ("Name", Name));
        await Press(phone, Page("/claim"), "Continue", ("What are you in the group?", "Treasurer"), ("A code by mail", "✓"));
        await phone.Fits();
        await Fill(phone, "Code", await InMail(Treasurer, EightSigns()));
        await phone.GetByRole(AriaRole.Button, new() { Name = "This is my group" }).ClickAsync();
        await phone.GotoAsync(site.Named + Page("/edit"));
        await phone.Fits();
        await Fill(phone, "Whom to ask for", "Ask for " + Name);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await phone.WaitForURLAsync("**" + Page("") + "*");
    }

    /// <summary>From the mail, in a browser that knows nobody.</summary>
    private async Task Confirm()
    {
        var page = await site.NewPage(320);
        await page.GotoAsync(await InMail(Treasurer, Link("/confirm")));
        await page.Fits();
        await page.GetByRole(AriaRole.Button, new() { Name = "All still right" }).ClickAsync();
        Assert.Contains("Thank you", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    private async Task TakeData(IPage phone)
    {
        await phone.GotoAsync(site.Named + "/me/data");
        await phone.Fits();
        var download = await phone.RunAndWaitForDownloadAsync(() => phone.GetByRole(AriaRole.Link, new() { Name = "Download everything about me" }).ClickAsync());
        await using var file = File.OpenRead((await download.PathAsync())!);
        using var bundle = new ZipArchive(file);
        using var reader = new StreamReader(bundle.GetEntry("everything.html")!.Open());
        var all = await reader.ReadToEndAsync();
        Assert.Contains(Treasurer, all, StringComparison.Ordinal);
        Assert.Contains(Name, all, StringComparison.Ordinal);
    }

    /// <summary>Files in which the treasurer can be found, be it in bytes that no page shows.</summary>
    private async Task<string[]> Traces()
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(site.Data, "*", SearchOption.AllDirectories))
        {
            await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await from.CopyToAsync(bytes);
            if (Encoding.Latin1.GetString(bytes.ToArray()).Contains("trialcanary", StringComparison.OrdinalIgnoreCase))
            {
                found.Add(Path.GetRelativePath(site.Data, file));
            }
        }

        return [.. found];
    }

    private async Task Press(IPage page, string url, string button, params (string Label, string Value)[] answers)
    {
        await page.GotoAsync(site.Named + url);
        foreach (var (label, value) in answers)
        {
            if (value == "✓")
            {
                await page.GetByLabel(label).First.CheckAsync();
            }
            else
            {
                await Fill(page, label, value);
            }
        }

        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await page.WaitForLoadStateAsync();
        Assert.Equal(0, await page.Locator(".error-summary").CountAsync());
    }

    private static Task Fill(IPage page, string label, string value) => page.GetByLabel(label, new() { Exact = true }).First.FillAsync(value);

    private static Regex Link(string path) => new(@"http://[a-z0-9.:]+" + Regex.Escape(path) + @"\?[^\s""<]+", RegexOptions.IgnoreCase);

    /// <summary>Reads the letters on the page of the demo until the latest to this address says it.</summary>
    private async Task<string> InMail(string to, Regex what)
    {
        var page = await site.NewPage();
        for (var time = 0; time < 60; time++)
        {
            await page.GotoAsync(site.Named + "/demo/mail");
            foreach (var letter in await page.Locator("ul.letters > li").AllAsync())
            {
                if ((await letter.Locator("summary").TextContentAsync())!.Contains("to " + to, StringComparison.Ordinal) && what.Match(await letter.Locator(".card").InnerHTMLAsync()) is { Success: true } found)
                {
                    await page.Context.DisposeAsync();
                    return System.Net.WebUtility.HtmlDecode(found.Value).Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
                }
            }

            await Task.Delay(500);
        }

        throw new TimeoutException($"No letter to {to} says {what}.");
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"\b[A-Z0-9]{4}[ -]?[A-Z0-9]{4}\b")]
    private static partial Regex EightSigns();
}
