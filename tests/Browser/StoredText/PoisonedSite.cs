namespace Trellis.Browser.StoredText;

/// <summary>A copy of the demo place in which everything that can be typed has been: first through every form, by everybody, and then straight into every column that holds text.</summary>
[CollectionDefinition(nameof(PoisonedSite))]
public sealed class PoisonedSite(Served site) : IAsyncDisposable, ICollectionFixture<PoisonedSite>
{
    /// <summary>In an order in which one finds what another has begun.</summary>
    private static readonly Sample[] Typing =
    [
        Sample.Administrator, Sample.Worker, Sample.Manager, Sample.Visitor, Sample.Resident, Sample.Lead, Sample.Confidant, Sample.Worker, Sample.Administrator,
    ];

    private readonly Server server = new(Directory.CreateTempSubdirectory("trellis-poisoned-").FullName);

    private Task? looking, filling;

    internal Server Server => server;

    internal IReadOnlyList<string> AllColumns { get; private set; } = [];

    /// <summary>Those that the forms reached.</summary>
    internal IReadOnlyList<string> Typed { get; private set; } = [];

    /// <summary>Those with a polyglot in them at the end.</summary>
    internal IReadOnlyList<string> Reached { get; private set; } = [];

    /// <summary>How many pages each role saw.</summary>
    internal Dictionary<string, int> Seen { get; } = [];

    internal List<string> Faults { get; } = [];

    /// <summary>A folder with every kind of file that each role is offered.</summary>
    internal string Files { get; } = Directory.CreateTempSubdirectory("trellis-files-").FullName;

    internal List<string> Refused { get; } = [];

    internal int Accepted { get; private set; }

    /// <summary>Types it full, which takes minutes: only where a test of it runs, and once.</summary>
    internal Task Ready() => filling ??= TypeItFull();

    private async Task TypeItFull()
    {
        Columns.Copy(site.Data, server.Data);
        await server.Start();
        foreach (var person in Typing)
        {
            await Fill(person);
        }

        await server.DisposeAsync();
        using (var columns = new Columns(server.Data))
        {
            AllColumns = columns.OfText();
            Typed = columns.Reached();
            columns.Seed(AllColumns.Except(Spared.All.Keys));
            Reached = columns.Reached();
        }

        await server.Start();
    }

    /// <summary>Everybody looks at every kind of page and takes every kind of file away; once, however many tests ask.</summary>
    internal Task Look() => looking ??= LookAsEverybody();

    public Task<IPage> NewPage() => site.NewPage(address: server.Address);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(server.Data, recursive: true);
        Directory.Delete(Files, recursive: true);
    }

    private async Task Fill(Sample person)
    {
        using var typist = new Typist(server.Address);
        await typist.SignIn(person);
        var forms = new FillForms(typist);
        await forms.Everywhere("/", "/me", "/work", "/groups?q=made+up+for+the+demo");
        Accepted += forms.Accepted;
        Refused.AddRange(forms.Refused.Select(said => $"{person.Role}: {said}"));
    }

    private async Task LookAsEverybody()
    {
        foreach (var person in Sample.All)
        {
            await LookAs(person);
        }
    }

    private async Task LookAs(Sample person)
    {
        var look = await StoredText.Look.With(await NewPage());
        await person.SignIn(look.Page);
        var walk = new Walk(url => IsTheSameForAll(url) && person != Sample.Visitor ? Task.FromResult<IEnumerable<string>?>(null) : look.Open(url), ofEachKind: 1);
        await walk.From("/", "/me", "/work", "/groups?q=made+up+for+the+demo");
        foreach (var (url, number) in walk.Files.Where(url => !IsTheSameForAll(url) || person == Sample.Visitor).Select((url, number) => (url, number)))
        {
            var answer = await look.Page.APIRequest.GetAsync(url);
            var ending = Path.GetExtension(answer.Headers.GetValueOrDefault("content-disposition", "").Split(';').Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("filename=", StringComparison.Ordinal))?[9..].Trim('"') ?? url.Split('?')[0]);
            await File.WriteAllBytesAsync(Path.Combine(Files, $"{person.Role.Replace(' ', '-')}-{number}{ending}"), await answer.BodyAsync());
        }

        Seen[person.Role] = walk.Visited.Count;
        Faults.AddRange(look.Faults.Select(fault => $"{person.Role}: {fault}"));
        await look.Page.Context.DisposeAsync();
    }

    /// <summary>Questions about money have many answers, and one for everybody.</summary>
    private static bool IsTheSameForAll(string url) => url.StartsWith("/money", StringComparison.Ordinal) && url.AsSpan().ContainsAny('?', '.');
}
