using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Answering;

/// <summary>Whoever holds a link, with what they said so far.</summary>
internal sealed record Answering(OrganisationSummary Group, Assessment Assessment, Instrument Instrument, Respondent Respondent, IReadOnlyDictionary<string, Answer> Answers)
{
    /// <summary>Nothing can be said any more: they have finished, or the answers were closed.</summary>
    public bool IsOver => Respondent.FinishedAt is not null || Assessment.AnswersClosedAt is not null;

    public int Answered => Instrument.Items.Count(item => Answers.GetValueOrDefault(item.Id)?.Said is not null);

    /// <summary>The first item without an answer; null where all have one.</summary>
    public InstrumentItem? Next() => Instrument.Items.FirstOrDefault(IsOpen);

    /// <summary>Where to go on when this one is answered: the next that is open, else the first of those passed over; null where all are answered.</summary>
    public InstrumentItem? Following(InstrumentItem item) =>
        Instrument.Items.SkipWhile(one => one.Id != item.Id).Skip(1).FirstOrDefault(IsOpen) ?? Instrument.Items.FirstOrDefault(one => one.Id != item.Id && IsOpen(one));

    public InstrumentItem? Previous(InstrumentItem item) => Instrument.Items.TakeWhile(one => one.Id != item.Id).LastOrDefault();

    private bool IsOpen(InstrumentItem item) => Answers.GetValueOrDefault(item.Id)?.Said is null;

    /// <summary>Whether the group made a check of the same version before, so that people are asked to look back.</summary>
    public required bool LooksBack { get; init; }
}

/// <summary>Finds whom a link belongs to. The secret is the whole key: without it nothing is found.</summary>
internal sealed class FindRespondent(Db db, KeepInstrument instruments)
{
    public async Task<Answering?> Handle(Guid placeId, string? secret, CancellationToken stop)
    {
        if (secret is not { Length: > 20 and < 100 } || await db.Set<Respondent>().FirstOrDefaultAsync(one => one.TokenHash == Secret.Hash(secret), stop) is not { } respondent
            || await db.Assessments(placeId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == respondent.AssessmentId, stop) is not { } assessment
            || await db.AllOrganisations(placeId).FirstOrDefaultAsync(one => one.Id == assessment.OrganisationId, stop) is not { } group)
        {
            return null;
        }

        var answers = await db.Set<Answer>().AsNoTracking().Where(one => one.RespondentId == respondent.Id).ToDictionaryAsync(one => one.Item, stop);
        var looksBack = await db.Assessments(placeId).AnyAsync(one => one.Id == assessment.BeforeId && one.InstrumentId == assessment.InstrumentId, stop);
        return new(group, assessment, await instruments.Read(assessment.InstrumentId, stop), respondent, answers) { LooksBack = looksBack };
    }
}
