using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Answering;

/// <summary>Keeps what somebody says of one item, each time they tap or type; and takes their word that they have finished.</summary>
internal sealed class SaveAnswer(Db db, TimeProvider clock)
{
    public const int LongestWhy = 2_000;
    private const int Tries = 3;

    public sealed class Form
    {
        public string? Said { get; set; }

        public string? Then { get; set; }

        public string? Why { get; set; }
    }

    /// <param name="mustChoose">Pressed to go on: without an answer nothing is done. Saved while typing, a reason alone is kept.</param>
    public async Task<Result<bool>> Handle(Answering who, InstrumentItem item, Form form, bool mustChoose, CancellationToken stop)
    {
        if (who.IsOver)
        {
            return new Problem("", Over(who));
        }

        var (said, then, why) = (Read(form.Said), who.LooksBack ? Read(form.Then) : null, form.Why?.Trim() is { Length: > 0 } text ? text : null);
        if (why?.Length > LongestWhy)
        {
            return new Problem("Why", "Say why in at most 2,000 letters.");
        }

        if (mustChoose && said is null)
        {
            return new Problem("Said", "Choose what fits best. “I do not know” is an answer, too.");
        }

        for (var left = Tries; ; left--)
        {
            var kept = await db.Set<Answer>().FirstOrDefaultAsync(one => one.RespondentId == who.Respondent.Id && one.Item == item.Id, stop)
                ?? db.Add(new Answer { Id = Guid.CreateVersion7(clock.GetUtcNow()), RespondentId = who.Respondent.Id, Item = item.Id, AnsweredAt = clock.GetUtcNow() }).Entity;
            (kept.Said, kept.ThenSaid, kept.Why, kept.AnsweredAt) = (said, then, why, clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(stop);
                return true;
            }
            catch (DbUpdateException) when (left > 0 && !stop.IsCancellationRequested)
            {
                db.ChangeTracker.Clear(); // two taps at once made the first answer: the later one counts
            }
        }
    }

    public async Task<Result<bool>> Finish(Answering who, CancellationToken stop)
    {
        if (who.IsOver)
        {
            return new Problem("", Over(who));
        }

        if (who.Next() is { } open)
        {
            return new Problem("", $"“{open.Name}” has no answer yet. Give one, or say that you do not know.");
        }

        who.Respondent.FinishedAt = clock.GetUtcNow();
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // pressed twice
        }

        return true;
    }

    public static string Over(Answering who) => who.Respondent.FinishedAt is not null
        ? "You have finished. To change something, tell whoever asked you before the group talks."
        : "The answers are closed: the group is talking now. Say there what you wanted to say here.";

    private static Said? Read(string? text) => Enum.TryParse<Said>(text, out var said) && Enum.IsDefined(said) ? said : null;
}
