using System.Diagnostics;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;

namespace Trellis.Tests.Groups;

/// <summary>Matching stays quick in a country-sized place: the limits are many times what it takes, so that a busy machine does not fail.</summary>
public sealed class MatchSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void Two_hundred_thousand_organisations_are_loaded_and_asked_quickly()
    {
        var random = new Random(7);
        string[] words = ["Trafford", "Sale", "Community", "Friends", "Church", "School", "Trust", "Association", "Care", "Music", "Youth", "Park", "Scout", "Group", "Centre", "St", "Mary", "John"];
        string Name(int at) => string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => words[random.Next(words.Length)])) + " " + (at % 3 == 0 ? "of " : "") + "Place" + (at % 60_000);
        var known = new Known();
        var clock = Stopwatch.StartNew();
        for (var at = 0; at < 200_000; at++)
        {
            var id = Guid.CreateVersion7();
            known.Add(new(id, Name(at), $"M{at % 90} {at % 10}AB", null, null, false));
            known.AddName(id, Name(at), NameKind.Current);
            known.AddIdentifier(id, "GB-CHC-" + at);
        }

        var loaded = clock.ElapsedMilliseconds;
        clock.Restart();
        var found = 0;
        for (var at = 0; at < 20_000; at++)
        {
            found += known.Find(Name(at) + (at % 2 == 0 ? " Ltd" : ""), [], at % 5 == 0 ? $"M{at % 90} {at % 10}AB" : null) is null ? 0 : 1;
        }

        output.WriteLine($"loaded in {loaded} ms, {clock.Elapsed.TotalMicroseconds / 20_000:0.0} µs a question, {found} found");
        Assert.InRange(loaded, 0, 20_000);
        Assert.InRange(clock.Elapsed.TotalMicroseconds / 20_000, 0, 500);
    }
}
