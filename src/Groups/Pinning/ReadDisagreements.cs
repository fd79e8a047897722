using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Pinning;

/// <summary>The facts of a group about which its sources say different things, or of which a worker has fixed what is shown.</summary>
internal sealed class ReadDisagreements(Texts t)
{
    /// <summary>One source's word.</summary>
    public sealed record Word(Guid RecordId, string Text, Teller By);

    /// <param name="Words">Each different one, in the order in which they would be chosen.</param>
    public sealed record Disagreement(Field Field, IReadOnlyList<Word> Words, Pin? Pin);

    public IReadOnlyList<Disagreement> Handle(ReadStanding.Standing standing) =>
    [
        .. from field in Pinned.Fields
           let pin = standing.Composed.Facts.FirstOrDefault(fact => fact.Field == field)?.By.Pin
           let words = Words(standing.Said, field)
           where pin is not null || words.Count > 1
           select new Disagreement(field, words, pin),
    ];

    private List<Word> Words(IEnumerable<Told> said, Field field) =>
    [
        .. from told in Choice.InOrder(said, field)
           let text = Pinned.Text(t, told, field)
           where text is not null
           group new Word(told.RecordId, text, told.Of(field)) by text into same
           select same.First(),
    ];
}
