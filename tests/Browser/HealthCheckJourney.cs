namespace Trellis.Browser;

/// <summary>A chair takes stock with two trustees on their phones, whose batteries are low; they talk it through and choose what to do.</summary>
public sealed class HealthCheckJourney(Served site)
{
    private const string Words = "We wrote it down last spring, and nobody has looked since";
    private const int Deaths = 10;
    private const int Items = 12;

    [Fact]
    public async Task Two_trustees_answer_on_phones_that_die_ten_times_and_the_group_talks_and_chooses_four_actions()
    {
        var chair = await site.NewPage(320);
        await Sample.Lead.SignIn(chair);
        var group = (await chair.Locator("a[href$='/people'][href^='/groups/']").First.GetAttributeAsync("href"))!.Replace("/people", "", StringComparison.Ordinal);
        var check = await Begin(chair, group);
        var links = new List<string>();
        foreach (var name in new[] { "Joan Price", "Omar Sadiq" })
        {
            links.Add(await Ask(chair, check, name));
        }

        for (var death = 0; death < Deaths; death++)
        {
            await Die(links[death % 2], (death / 2) + 1, death);
        }

        await AnswerTheRest(links[0], "Strong");
        await AnswerTheRest(links[1], "NotYet");
        await Talk(chair, check);
        await Choose(chair, group);
        await chair.Context.DisposeAsync();
    }

    private async Task<string> Begin(IPage chair, string group)
    {
        await chair.GotoAsync(group + "/begin-check");
        await chair.GetByLabel("First steps").CheckAsync();
        await chair.Fits();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await chair.WaitForURLAsync("**/check/**");
        return chair.Url;
    }

    private static async Task<string> Ask(IPage chair, string check, string name)
    {
        await chair.GotoAsync(check);
        await chair.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await chair.GetByLabel("What they are in the group").FillAsync("Trustee");
        await chair.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = (await chair.Locator("a[href*='/check?key=']").GetAttributeAsync("href"))!;
        await chair.Fits();
        return new Uri(new Uri(check), link).ToString();
    }

    /// <summary>Answers one question at the speed of a thumb, and dies after so many letters: in the middle of a word, after the tap, at the end, on the button.</summary>
    private async Task Die(string link, int question, int death)
    {
        var (phone, page) = await Phone.TurnOn(site.Address);
        string url;
        int typed;
        await using (phone)
        {
            await page.GotoAsync(link);
            await page.Locator("main ul a[href*='item=']").Nth(question).ClickAsync();
            url = page.Url;
            await page.Locator("input[name='Form.Said'][value='Started']").CheckAsync();
            typed = death * Words.Length / (Deaths - 1);
            await page.GetByLabel("Why do you think so?").PressSequentiallyAsync(Words[..typed], new() { Delay = 150 });
            if (typed == Words.Length)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Keep and go on" }).ClickAsync();
            }

            phone.Die();
        }

        var again = await site.NewPage(320); // another phone
        await again.GotoAsync(url);
        var kept = await again.GetByLabel("Why do you think so?").InputValueAsync();
        Assert.True(Words.StartsWith(kept, StringComparison.Ordinal) && kept.Length >= typed - 1, $"Death {death}: typed {typed} letters, kept “{kept}”.");
        Assert.True(typed == 0 || await again.Locator("input[name='Form.Said'][value='Started']").IsCheckedAsync(), $"Death {death}: the tap is lost.");
        await again.Context.DisposeAsync();
    }

    private async Task AnswerTheRest(string link, string level)
    {
        var page = await site.NewPage(320);
        await page.GotoAsync(link);
        for (var at = 0; at < Items; at++)
        {
            await page.Locator("main ul a[href*='item=']").Nth(at).ClickAsync();
            await page.Fits();
            await page.Locator($"input[name='Form.Said'][value='{level}']").CheckAsync();
            await page.GetByText("Kept.").WaitForAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "All questions" }).ClickAsync();
        }

        Assert.Contains($"{Items} of {Items} answered", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "I have finished" }).ClickAsync();
        Assert.Equal("Thank you", await page.Locator("h1").InnerTextAsync());
        await page.Context.DisposeAsync();
    }

    /// <summary>Where views differ they agree, item by item, and finish.</summary>
    private static async Task Talk(IPage chair, string check)
    {
        await chair.GotoAsync(check);
        Assert.Equal(2, await chair.GetByText("has finished").CountAsync());
        await chair.GetByRole(AriaRole.Button, new() { Name = "Close the answers and talk" }).ClickAsync();
        await chair.WaitForURLAsync("**/check-talk/**");
        Assert.Equal(Items, await chair.GetByText("views differ").CountAsync());
        await chair.Fits();
        await chair.Locator("main table a").First.ClickAsync();
        for (var at = 0; at < Items; at++)
        {
            await chair.Fits();
            Assert.Contains("Strong and reviewed: 1", await chair.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await chair.Locator("input[name='Form.Said'][value='NotYet']").CheckAsync();
            await chair.GetByLabel("Why?").FillAsync("We talked, and there is nothing yet.");
            await chair.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        }

        await chair.GotoAsync(check.Replace("/check/", "/check-talk/", StringComparison.Ordinal));
        Assert.Contains($"{Items} of {Items} agreed", await chair.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await chair.GetByRole(AriaRole.Button, new() { Name = "Finish the check" }).ClickAsync();
        Assert.Contains("2 people answered", await chair.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await chair.Fits();
    }

    /// <summary>Four of what the weak items suggest.</summary>
    private static async Task Choose(IPage chair, string group)
    {
        await chair.GotoAsync(group + "/plan");
        var before = await chair.Locator("main li[id^='action-']").CountAsync();
        await chair.GotoAsync(group + "/choose-actions");
        foreach (var at in Enumerable.Range(0, 4))
        {
            await chair.Locator("input[name='Chosen']").Nth(at).CheckAsync();
        }

        await chair.Fits();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Put these into the plan" }).ClickAsync();
        await chair.WaitForURLAsync("**/plan*");
        Assert.Equal(before + 4, await chair.Locator("main li[id^='action-']").CountAsync());
        await chair.Fits();
    }
}
