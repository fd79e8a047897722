using System.Diagnostics;
using Trellis.Platform.Measures;
using Trellis.Reports.Counting;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Indicators;
using Trellis.Reports.Returns;

namespace Trellis.Bench;

/// <summary>Three funders' returns over 20,000 entries, 1,000 groups and 400 assessments, from records in memory to what is kept when they are sent.</summary>
internal static class Returns
{
    private const int Entries = 20_000;
    private const int Groups = 1_000;
    private const int Assessments = 400;
    private const int Runs = 5;
    private static readonly string[] Wards = [.. Enumerable.Range(1, 21).Select(ward => "Ward " + ward)];
    private static readonly string[] Ways = ["Phone", "Email", "Visit", "Video", "Training"];
    private static readonly string[] Funders = ["borough-infrastructure", "national-lottery", "common-minimum"];

    public static int Run(string[] args)
    {
        var chance = new Random(7);
        var ids = Enumerable.Range(0, Groups).Select(_ => Guid.CreateVersion7()).ToArray();
        var traits = ids.ToDictionary(id => id, id => new GroupTraits("Group " + id, "group", new Dictionary<string, string>
        {
            [Dimensions.Ward] = Wards[chance.Next(Wards.Length)],
            [Dimensions.Size] = "£10,000 to £100,000 a year",
            [Dimensions.Cause] = "Community and housing",
            [Dimensions.Deprivation] = Dimensions.Fifth(chance.Next(1, 11)),
        }));
        var kinds = new Dictionary<string, IReadOnlyList<CountedRecord>>
        {
            ["support-entries"] = Made(chance, ids, Entries, () => new() { ["way"] = Ways[chance.Next(Ways.Length)], ["topic"] = "Topic " + chance.Next(40), ["area"] = "Money" }, "minutes", 240),
            ["assessments"] = Made(chance, ids, Assessments, () => new() { ["time"] = chance.Next(2) == 0 ? "First" : "Again" }, "items", 40),
        };
        var frameworks = ShippedFrameworks.All.Where(one => Funders.Contains(one.Key)).ToList();
        var took = Enumerable.Range(0, Runs).Select(_ => Time(frameworks, kinds, traits)).ToList();
        Console.WriteLine($"three returns over {Entries:N0} entries, {Groups:N0} groups, {Assessments:N0} assessments: {string.Join(", ", took.Select(ms => $"{ms.Counted + ms.Written:N0} ({ms.Counted:N0} to count, {ms.Written:N0} to write)"))} ms, the first cold");
        return Promises.Tell(args, [new("made", "three returns over 20,000 entries, computed and frozen, cold", "s", (took[0].Counted + took[0].Written) / 1000, AtMost: 2)]);
    }

    private static (double Counted, double Written) Time(List<ShippedFramework> frameworks, Dictionary<string, IReadOnlyList<CountedRecord>> kinds, Dictionary<Guid, GroupTraits> traits)
    {
        var (counting, writing, letters) = (new Stopwatch(), new Stopwatch(), 0L);
        foreach (var shipped in frameworks)
        {
            var framework = new Framework { Id = Guid.CreateVersion7(), PlaceId = Guid.Empty, Name = shipped.Name, Funder = shipped.Funder, Rhythm = Rhythm.Year, StartsOn = new(2025, 1, 1), DueDays = 28, PaysPence = shipped.PaysPence };
            var items = shipped.Items.Select((item, at) => item.For(framework, at)).ToList();
            counting.Start();
            var body = new CountFramework(traits, kind => kinds.GetValueOrDefault(kind, [])).Handle(framework, items, new(new(2025, 4, 1), new(2026, 3, 31)));
            counting.Stop();
            writing.Start();
            letters += body.Write().Length;
            writing.Stop();
        }

        Trace.Assert(letters > 0);
        return (counting.Elapsed.TotalMilliseconds, writing.Elapsed.TotalMilliseconds);
    }

    private static List<CountedRecord> Made(Random chance, Guid[] groups, int many, Func<Dictionary<string, string>> words, string number, int most) =>
        [.. Enumerable.Range(0, many).Select(_ => new CountedRecord(Guid.CreateVersion7(), new DateOnly(2025, 1, 1).AddDays(chance.Next(450)), "Entry")
        {
            Groups = [groups[chance.Next(groups.Length)]],
            Words = words(),
            Numbers = new Dictionary<string, long> { [number] = chance.Next(1, most) },
        }).OrderBy(one => one.On).ThenBy(one => one.Id)];
}
