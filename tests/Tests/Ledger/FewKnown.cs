using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Tests.Ledger;

/// <summary>A place that knows only the organisations a test names, and makes known whoever is mentioned.</summary>
internal sealed class FewKnown : Organisations
{
    private readonly Dictionary<string, Guid> byName = new(StringComparer.OrdinalIgnoreCase);

    public List<Mention> Mentioned { get; } = [];

    public Guid Know(string name, Guid? id = null) => byName[name] = id ?? Guid.CreateVersion7();

    public override Task<WhoIsWho> Load(ImportRun run, CancellationToken stop) => Task.FromResult<WhoIsWho>(new ByName(this));

    public override Task<WhoIsWho> Load(Guid placeId, CancellationToken stop) => Task.FromResult<WhoIsWho>(new ByName(this));

    public override Task<IReadOnlySet<(string Key, Guid OrganisationId)>> Recorded(IReadOnlyCollection<Guid> organisations, CancellationToken stop) =>
        Task.FromResult<IReadOnlySet<(string, Guid)>>(new HashSet<(string, Guid)>());

    public override async Task<IReadOnlyDictionary<string, Match>> MakeKnown(ImportRun run, IReadOnlyCollection<Mention> mentions, CancellationToken stop)
    {
        Mentioned.Clear();
        Mentioned.AddRange(mentions);
        var matches = new Dictionary<string, Match>();
        foreach (var mention in mentions)
        {
            var name = mention.Identifiers.Count > 0 ? mention.Identifiers[0] : mention.Name;
            if (!byName.TryGetValue(name, out var id) && !byName.TryGetValue(mention.Name, out id))
            {
                id = Know(name);
                byName.TryAdd(mention.Name, id);
                await Insert(run, id, mention, stop);
            }

            matches[mention.Key] = new(id, MatchedBy.Identifier, "The file says so.");
        }

        return matches;
    }

    public static Task Insert(System.Data.Common.DbConnection connection, Guid placeId, Guid id, string name, OrganisationKind kind, string? ward, CancellationToken stop) =>
        connection.Execute(
            """
            INSERT INTO groups_organisation (id, place_id, slug, name, kind, status, is_listed, size_band, ward_code, changed, version)
            VALUES (@id, @place, @slug, @name, @kind, 'Active', @listed, 'Unknown', @ward, 1, 0)
            """,
            stop, ("id", id), ("place", placeId), ("slug", id.ToString()), ("name", name), ("kind", kind.ToString()), ("listed", true), ("ward", ward));

    private static Task Insert(ImportRun run, Guid id, Mention mention, CancellationToken stop) =>
        Insert(run.Connection, run.Place.Id, id, mention.Name, mention.IsPublicBody ? OrganisationKind.PublicBody : OrganisationKind.Group, null, stop);

    private sealed class ByName(FewKnown place) : WhoIsWho
    {
        public override Match? Find(string name, IReadOnlyList<string> identifiers, string? postcode) =>
            place.byName.TryGetValue(name, out var id) ? new(id, MatchedBy.Name, $"It is called {name}.") : null;

        public override IReadOnlyList<Match> Likely(string name, IReadOnlyList<string> identifiers, string? postcode, int most) => [];
    }
}
