namespace Trellis.Browser.StoredText;

/// <summary>Looks in a real browser whether anything stored runs: dialogs, broken content security policy, elements and attributes that no page of ours makes, links that are scripts.</summary>
internal sealed class Look
{
    /// <summary>Listens from before the page's first byte is read.</summary>
    private const string Listen =
        """
        window.__broken = [];
        document.addEventListener('securitypolicyviolation', broken => window.__broken.push(`${broken.effectiveDirective} against ${broken.blockedURI} ${broken.sample}`));
        """;

    private const string Found =
        """
        () => [
            ...(window.__broken || []).map(broken => 'breaks the policy: ' + broken),
            ...[...document.querySelectorAll('[data-hit], x-hit')].map(made => 'makes an element: ' + made.outerHTML.slice(0, 200)),
            ...[...document.querySelectorAll('[href], [src], [action], [formaction], [data]')].filter(one => ['href', 'src', 'action', 'formaction', 'data'].some(
                name => /^[\s\u0000-\u0020]*(java\s*script|vbscript|data:text)/i.test(one.getAttribute(name) || '') || ['javascript:', 'vbscript:'].includes((one[name] && URL.canParse(one[name]) && new URL(one[name]).protocol) || '')))
                .map(one => 'leads to a script: ' + one.outerHTML.slice(0, 200)),
            ...[...document.querySelectorAll('*')].filter(one => [...one.attributes].some(attribute => attribute.name.startsWith('on') || attribute.name === 'style'))
                .map(one => 'has a handler or a style of its own: ' + one.outerHTML.slice(0, 200)),
        ]
        """;

    private readonly List<string> faults = [];
    private string at = "";

    private Look(IPage page) => Page = page;

    public IPage Page { get; }

    public IReadOnlyList<string> Faults => faults;

    public static async Task<Look> With(IPage page)
    {
        var look = new Look(page);
        await page.AddInitScriptAsync(Listen);
        page.Dialog += async (_, dialog) =>
        {
            look.faults.Add($"{look.at} opens a dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        return look;
    }

    /// <summary>Null where there is no page, as where a file is.</summary>
    public async Task<IEnumerable<string>?> Open(string url)
    {
        at = url;
        if (await Walk.Goto(Page, url) is not { } answer)
        {
            return null;
        }

        if (answer.Status >= 500)
        {
            faults.Add($"{url} answers {answer.Status}");
        }

        await Note();
        return await Walk.Links(Page);
    }

    /// <summary>A page that comes from no server, as a mail does.</summary>
    public async Task Show(string name, string html)
    {
        at = name;
        await Page.GotoAsync("about:blank");
        await Page.SetContentAsync(html);
        await Note();
    }

    private async Task Note() => faults.AddRange((await Page.EvaluateAsync<string[]>(Found)).Select(found => $"{at} {found}"));
}
