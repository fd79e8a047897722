using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>How many of the directory's organisations have their address in each area.</summary>
internal sealed class GroupsBasedHere(GroupCounts groups, Gazetteers gazetteers) : IMeasure
{
    public string Key => "groups";

    public string Title => "Groups based here";

    public string Definition =>
        "Groups whose address, as registered or listed, is in the area. Groups that work here from an address elsewhere, and groups without a known address, are not counted.";

    public Unit Unit => Unit.Count;

    public async Task<IReadOnlyList<MeasureValue>> Read(Place place, AreaKind kind, CancellationToken stop)
    {
        var counts = await groups.ByWard(place.Id, stop);
        var gazetteer = await gazetteers.Of(place.Id, stop);
        var known = gazetteer.Of(AreaKind.Ward).ToDictionary(ward => ward.Code, ward => counts.GetValueOrDefault(ward.Code));
        return [new(null, known.Values.Sum(), null), .. gazetteer.SumUp(kind, known, (area, sum) => new MeasureValue(area.Code, sum, Links.GroupsIn(area)))];
    }
}

/// <summary>The same for each thousand people, so that large and small areas compare.</summary>
internal sealed class GroupsPerThousand(Db db, GroupCounts counts, Gazetteers gazetteers) : IMeasure
{
    private const long ThousandPeopleInThousandths = 1_000_000;

    public string Key => "groups-per-1000";

    public string Title => "Groups per 1,000 people";

    public string Definition => "Groups whose address is in the area, for each thousand people who live there. Few groups with an address say nothing about how much goes on.";

    public Unit Unit => Unit.Rate;

    public async Task<IReadOnlyList<MeasureValue>> Read(Place place, AreaKind kind, CancellationToken stop)
    {
        var groups = await new GroupsBasedHere(counts, gazetteers).Read(place, kind, stop);
        var people = (await new People(db, gazetteers).Read(place, kind, stop)).ToDictionary(value => value.AreaCode ?? "", value => value.Value);
        return [.. groups
            .Where(value => people.GetValueOrDefault(value.AreaCode ?? "") > 0)
            .Select(value => value with { Value = value.Value * ThousandPeopleInThousandths / people[value.AreaCode ?? ""] })];
    }
}
