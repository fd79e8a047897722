using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Web.Components;
using Trellis.Support.Log;
using Trellis.Support.Topics;

namespace Trellis.Support.Coming;

/// <summary>What the words of a file can mean in a place: its topics, the ways of helping, its people.</summary>
internal sealed class KnowWords(Db db, TopicTree tree, Platform.Texts.Texts t)
{
    /// <summary>What there is to choose from, and what a word is taken for as long as nobody has chosen.</summary>
    internal sealed record Known(IReadOnlyList<Choice> Topics, IReadOnlyList<Choice> Ways, IReadOnlyList<Choice> People, IReadOnlyDictionary<string, string> TopicOf, IReadOnlyDictionary<string, string> PersonOf)
    {
        public string? Topic(Choices said, string word) => WordOfFile.Said(said.Topics, word, Topics, () => TopicOf.GetValueOrDefault(Choices.Key(word)));

        public string? Way(Choices said, string word) => WordOfFile.Said(said.Ways, word, Ways, () => GuessWay.Of(word)?.ToString());

        /// <summary>Somebody of the place, or only a name: that is never a question that has to be answered.</summary>
        public string Worker(Choices said, string word) => WordOfFile.Said(said.Workers, word, People, () => PersonOf.GetValueOrDefault(Choices.Key(word))) ?? Choices.OnlyName;
    }

    public async Task<Known> Handle(Guid placeId, CancellationToken stop)
    {
        var topics = TopicChoices.Of(await tree.All(placeId, stop));
        var people = await db.PeopleOfStaff(placeId).ToListAsync(stop);
        var leaveOut = new Choice(Choices.LeaveOut, t["Leave these rows out"]);
        return new(
            [leaveOut, .. topics],
            [leaveOut, .. EntryWords.Ways(t)],
            [new(Choices.OnlyName, t["Nobody here: keep the name"]), .. people.OrderBy(person => person.ShownName, StringComparer.CurrentCultureIgnoreCase).Select(person => new Choice(person.Id.ToString(), person.ShownName))],
            Only(topics.SelectMany(topic => new[] { (topic.Label, topic.Value), (topic.Label.Split(": ")[^1], topic.Value) })),
            Only(people.SelectMany(person => new[] { (person.Email, person.Id.ToString()), (person.ShownName, person.Id.ToString()) })));
    }

    /// <summary>The words that mean one thing only.</summary>
    private static Dictionary<string, string> Only(IEnumerable<(string Word, string Value)> pairs) =>
        pairs.GroupBy(pair => Choices.Key(pair.Word)).Where(same => same.Key.Length > 0 && same.Select(pair => pair.Value).Distinct().Count() == 1).ToDictionary(same => same.Key, same => same.First().Value);
}

internal static class StaffOfPlace
{
    /// <summary>Everybody who holds or has held a role in the place itself.</summary>
    public static IQueryable<Person> PeopleOfStaff(this Db db, Guid placeId) =>
        db.Set<Person>().AsNoTracking().Where(person => db.Set<Appointment>().Any(one => one.PersonId == person.Id && one.ScopeId == placeId));
}
