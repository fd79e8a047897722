using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Groups.Contract;
using Trellis.Groups.Intake;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Groups.Matching;

/// <summary>The door to the place's organisations, as other modules' importers use it.</summary>
internal sealed class KnownOrganisations(Database database) : Organisations
{
    private const int AtOnce = 200;

    /// <summary>Read once for a run: those of a country fill a good part of the memory that an import may take.</summary>
    private readonly ConditionalWeakTable<ImportRun, Read> ofRuns = [];

    /// <param name="Number">The directory's stamp when they were read: with another they may be others.</param>
    private sealed record Read(Known Known, long Number);

    public override async Task<WhoIsWho> Load(ImportRun run, CancellationToken stop) => await Of(run, stop);

    public override async Task<WhoIsWho> Load(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await LoadKnown.From(connection, placeId, stop);
    }

    public override async Task<IReadOnlySet<(string Key, Guid OrganisationId)>> Recorded(IReadOnlyCollection<Guid> organisations, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var recorded = new HashSet<(string, Guid)>();
        foreach (var some in organisations.Chunk(AtOnce))
        {
            var numbers = string.Join(", ", some.Select((_, at) => "@p" + at));
            recorded.UnionWith(await connection.Query(
                $"SELECT key, organisation_id FROM groups_source_record WHERE organisation_id IN ({numbers}) AND NOT is_withdrawn",
                row => (row.GetString(0), row.GetGuid(1)), stop, [.. some.Select((id, at) => ("p" + at, (object?)id))]));
        }

        return recorded;
    }

    public override async Task<IReadOnlyDictionary<string, Match>> MakeKnown(ImportRun run, IReadOnlyCollection<Mention> mentions, CancellationToken stop)
    {
        await Stamps.Hold(run.Connection, "groups", stop); // two that are made one wait until the run has ended; until now they did not
        var intake = await OrganisationIntake.Open(run, await Of(run, stop), stop);
        var matches = new Dictionary<string, Match>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            matches[mention.Key] = await intake.Mention(mention.Key, Say(mention), JsonSerializer.Serialize(mention, MentionJson.Default.Mention), stop);
        }

        await intake.Close(_ => false, stop);
        return matches;
    }

    private async Task<Known> Of(ImportRun run, CancellationToken stop)
    {
        var number = await Stamps.Read(run.Connection, "groups", stop);
        if (!ofRuns.TryGetValue(run, out var read) || read.Number != number)
        {
            read = new(await LoadKnown.From(run.Connection, run.Place.Id, stop), number);
            ofRuns.AddOrUpdate(run, read);
        }

        return read.Known;
    }

    public static Statement Say(Mention mention) => new()
    {
        Name = mention.Name,
        Identifiers = [.. mention.Identifiers.Select(OrgIdentifier.Normal).OfType<string>().Distinct()],
        Kind = mention.IsPublicBody ? OrganisationKind.PublicBody : KindOf(mention),
        LegalForm = mention.IsPublicBody && mention.Name.Contains("council", StringComparison.OrdinalIgnoreCase) ? LegalForms.Council : null,
        Postcode = mention.Postcode,
        Website = mention.Website,
        Purpose = mention.Description,
        IsOnlyPayer = mention.IsPublicBody,
    };

    private static OrganisationKind? KindOf(Mention mention) =>
        mention.Identifiers.Any(code => code.StartsWith("GB-CHC-", StringComparison.OrdinalIgnoreCase) || code.StartsWith("GB-SC-", StringComparison.OrdinalIgnoreCase)) ? OrganisationKind.Charity
        : mention.Name.EndsWith(" CIC", StringComparison.OrdinalIgnoreCase) ? OrganisationKind.CommunityCompany
        : null;
}

[JsonSerializable(typeof(Mention))]
internal sealed partial class MentionJson : JsonSerializerContext;
