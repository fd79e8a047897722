using Trellis.Groups.Contract;
using Trellis.Groups.Record;

namespace Trellis.Groups.Matching;

/// <summary>The place's organisations by identifier, name, postcode and website, in memory, to ask thousands of times.</summary>
internal sealed class Known : WhoIsWho
{
    private readonly List<KnownOrganisation> organisations;
    private readonly List<KnownName> names;
    private readonly Dictionary<Guid, int> byId;
    private readonly Dictionary<ulong, int> byIdentifier;
    private readonly Chains byKey, byLoose;
    private readonly Chains byPostcode = new();
    private readonly Chains byHost = new();

    /// <param name="expected">How many organisations there will be. Of a country, what is outgrown on the way would take as much memory again.</param>
    public Known(int expected = 0)
    {
        (organisations, names) = (new(expected), new(expected));
        (byId, byIdentifier) = (new(expected), new(expected));
        (byKey, byLoose) = (new(expected), new(expected));
    }

    public int Count => organisations.Count;

    public void Add(KnownOrganisation organisation)
    {
        var at = organisations.Count;
        organisations.Add(organisation);
        byId[organisation.Id] = at;
        byPostcode.Add(organisation.Postcode, at);
        byHost.Add(organisation.Host, at);
    }

    public void AddName(Guid organisationId, string name, NameKind kind)
    {
        if (!byId.TryGetValue(organisationId, out var organisation))
        {
            return; // it came in between two of our reads; its import tells us to look again
        }

        foreach (var part in CleanName.Names(name))
        {
            var words = CleanName.Words(part);
            byLoose.Add(CleanName.Loose(words), names.Count);
            byKey.Add(string.Concat(words), names.Count);
            names.Add(new(organisation, kind, part, IsShortened: false));
            if ((CleanName.WithoutBrackets(part) ?? CleanName.WithoutTail(part)) is { } shorter)
            {
                byKey.Add(CleanName.Key(shorter), names.Count);
                names.Add(new(organisation, kind, part, IsShortened: true));
            }
        }
    }

    public void AddIdentifier(Guid organisationId, string code)
    {
        if (byId.TryGetValue(organisationId, out var organisation))
        {
            byIdentifier.TryAdd(Fingerprint.Of(code), organisation);
            organisations[organisation].Has(code);
        }
    }

    /// <summary>What it is called now.</summary>
    public string NameOf(Guid organisationId) => organisations[byId[organisationId]].Name;

    /// <summary>The same; null where it has become part of another.</summary>
    public string? NameIfKnown(Guid organisationId) => byId.TryGetValue(organisationId, out var at) ? organisations[at].Name : null;

    /// <summary>Whether it has this name, or one with a word of it.</summary>
    public bool IsCalledLike(Guid organisationId, string name)
    {
        var at = byId[organisationId];
        var words = CleanName.Words(name);
        return WordOverlap.Of(WordOverlap.Signature(words), organisations[at].Signature) > 0 || byKey.Of(string.Concat(words)).Any(other => names[other].Organisation == at);
    }

    /// <summary>The organisation that has the identifier.</summary>
    public Guid? With(string code) => byIdentifier.TryGetValue(Fingerprint.Of(code), out var at) ? organisations[at].Id : null;

    /// <summary>The organisation whose own website, or domain of e-mail, this is, or after which the website is named; null where none or several share it.</summary>
    public Guid? OnlyOneAt(string? website, string? email) =>
        OnlyOne(byHost.Of(Contacts.Host(website))) ?? OnlyOne(byHost.Of(Contacts.MailDomain(email))) ?? NamedLike(Contacts.Host(website));

    /// <summary>traffordsouth.foodbank.org.uk is Trafford South Foodbank.</summary>
    private Guid? NamedLike(string? host)
    {
        var labels = host?.Split('.') ?? [];
        for (var count = labels.Length - 1; count > 0; count--)
        {
            var key = string.Concat(labels.Take(count)).Replace("-", "", StringComparison.Ordinal);
            if (key.Length >= 10 && OnlyOne(byKey.Of(key).Select(at => names[at].Organisation)) is { } organisation)
            {
                return organisation;
            }
        }

        return null;
    }

    private Guid? OnlyOne(IEnumerable<int> holders) =>
        holders.Distinct().Take(2).ToList() is [var only] ? organisations[only].Id : null;

    public override Match? Find(string name, IReadOnlyList<string> identifiers, string? postcode) =>
        Best(new Asked(name, identifiers, postcode)) is { Score: >= Lines.High } best ? new Match(best.OrganisationId, best.By, best.Reason) : null;

    public override IReadOnlyList<Match> Likely(string name, IReadOnlyList<string> identifiers, string? postcode, int most) =>
        [.. WorthALook(new(name, identifiers, postcode), most).Select(candidate => new Match(candidate.OrganisationId, candidate.By, candidate.Reason))];

    /// <summary>The likeliest organisation from the low line up; null where none is likely or two are equally so.</summary>
    public Candidate? Best(Asked asked)
    {
        foreach (var identifier in asked.Identifiers)
        {
            if (OrgIdentifier.Normal(identifier) is { } code && With(code) is { } organisation)
            {
                return new(organisation, 100, MatchedBy.Identifier, $"The same number, {code}.");
            }
        }

        Candidate? best = null;
        var isTie = false;
        foreach (var (organisation, like) in Likely(asked))
        {
            var candidate = Weigh.Up(asked, organisations[organisation], like);
            isTie = candidate.Score == best?.Score || (isTie && candidate.Score < best!.Score);
            best = best is null || candidate.Score > best.Score ? candidate : best;
        }

        return best is null || isTie || best.Score < Lines.Low ? null : best;
    }

    /// <summary>Every organisation that somebody should look at before they enter this as a new one, the likeliest first.</summary>
    public IReadOnlyList<Candidate> WorthALook(Asked asked, int most) =>
    [
        .. Likely(asked).Select(like => Weigh.Up(asked, organisations[like.Key], like.Value))
            .Where(candidate => candidate.Score >= Lines.WorthALook)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.OrganisationId)
            .Take(most),
    ];

    /// <summary>Every organisation with a like name, or at the same postcode or website with a name not wholly unlike; each once, with its best likeness.</summary>
    private Dictionary<int, NameLike> Likely(Asked asked)
    {
        var found = new Dictionary<int, NameLike>();
        var host = Contacts.Host(asked.Website) ?? Contacts.MailDomain(asked.Email);
        foreach (var part in CleanName.Names(asked.Name))
        {
            var words = CleanName.Words(part);
            Collect(found, byKey, string.Concat(words), NameLike.Same, words.Count);
            if (found.Count == 0)
            {
                Collect(found, byLoose, CleanName.Loose(words), NameLike.Loose, words.Count);
            }

            if (found.Count == 0 && CleanName.WithoutBrackets(part) is { } shorter)
            {
                Collect(found, byKey, CleanName.Key(shorter), NameLike.SameButBrackets, CleanName.Words(shorter).Count);
            }

            if (asked.Postcode is not null || host is not null)
            {
                var signature = WordOverlap.Signature(words);
                Near(found, byPostcode.Of(asked.Postcode), signature);
                Near(found, byHost.Of(host), signature);
            }
        }

        return found;
    }

    /// <summary>The organisations whose name has the key; those whose name has it only when shortened count where no other has it.</summary>
    private void Collect(Dictionary<int, NameLike> found, Chains chains, string key, Func<KnownName, bool, int, NameLike> like, int words)
    {
        var holders = chains.Of(key).Take(500).Select(at => names[at]).ToList();
        var whole = holders.FindAll(name => !name.IsShortened);
        holders = whole.Count > 0 ? whole : holders;
        var isOnlyOne = holders.Select(name => name.Organisation).Distinct().Take(2).Count() == 1;
        foreach (var name in holders)
        {
            var candidate = like(name, isOnlyOne, words);
            if (!found.TryGetValue(name.Organisation, out var other) || candidate.Points > other.Points)
            {
                found[name.Organisation] = candidate;
            }
        }
    }

    private void Near(Dictionary<int, NameLike> found, IEnumerable<int> near, uint[] signature)
    {
        foreach (var organisation in near.Take(50))
        {
            var likeness = WordOverlap.Of(signature, organisations[organisation].Signature);
            if (likeness >= 50 && !found.ContainsKey(organisation))
            {
                found[organisation] = NameLike.Partly(likeness, organisations[organisation].Name);
            }
        }
    }
}
