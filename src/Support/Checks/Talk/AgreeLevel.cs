using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Talk;

/// <summary>Writes down what the group agreed on an item, with the reason and what shows it.</summary>
internal sealed class AgreeLevel(Db db, TimeProvider clock)
{
    private const int Longest = 2_000;

    public sealed class Form
    {
        public string? Said { get; set; }

        public string? Reason { get; set; }

        public string? Evidence { get; set; }

        /// <summary>The version that was open in the form; 0 where nothing was agreed then.</summary>
        public int Stood { get; set; }

        public static Form Of(Agreed? agreed) => agreed is null ? new() : new() { Said = agreed.Said.ToString(), Reason = agreed.Reason, Evidence = agreed.Evidence, Stood = agreed.Version + 1 };
    }

    /// <summary>False where somebody else wrote meanwhile: both are shown, and whoever writes decides.</summary>
    public async Task<Result<bool>> Handle(Assessment assessment, InstrumentItem item, Form form, Guid by, CancellationToken stop)
    {
        var (reason, evidence) = (form.Reason?.Trim() ?? "", form.Evidence?.Trim() is { Length: > 0 } text ? text : null);
        if (Problems(assessment, form, reason, evidence) is { Count: > 0 } problems)
        {
            return problems.ToArray();
        }

        var said = Enum.Parse<Said>(form.Said!);
        var now = clock.GetUtcNow();
        var stands = await db.Set<Agreed>().FirstOrDefaultAsync(one => one.AssessmentId == assessment.Id && one.Item == item.Id, stop);
        if ((stands is null ? 0 : stands.Version + 1) != form.Stood)
        {
            return false;
        }

        if (stands is null)
        {
            db.Add(new Agreed { Id = Guid.CreateVersion7(now), PlaceId = assessment.PlaceId, AssessmentId = assessment.Id, Item = item.Id, Said = said, Reason = reason, Evidence = evidence, AgreedAt = now, AgreedBy = by });
        }
        else
        {
            (stands.Said, stands.Reason, stands.Evidence, stands.AgreedAt, stands.AgreedBy) = (said, reason, evidence, now, by);
        }

        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static List<Problem> Problems(Assessment assessment, Form form, string reason, string? evidence)
    {
        var problems = new List<Problem>();
        if (assessment.AnswersClosedAt is null)
        {
            problems.Add(new("", "People are still answering. Close the answers first, then talk."));
        }

        if (assessment.FinishedAt is not null)
        {
            problems.Add(new("", "This check is finished, and what was agreed stands. Begin another one to see what has changed."));
        }

        if (!Enum.TryParse<Said>(form.Said, out var said) || !Enum.IsDefined(said))
        {
            problems.Add(new("Said", "Choose what the group agreed on."));
        }

        if (reason.Length is 0 or > Longest)
        {
            problems.Add(new("Reason", "Say why in a sentence or two, in at most 2,000 letters."));
        }

        if (evidence?.Length > Longest)
        {
            problems.Add(new("Evidence", "Say what shows it in at most 2,000 letters."));
        }

        return problems;
    }
}
