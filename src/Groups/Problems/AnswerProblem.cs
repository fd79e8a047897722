using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Groups.Problems;

/// <summary>Closes what was said to be wrong with what was done, and tells the sender.</summary>
internal sealed class AnswerProblem(Db db, Post post, TimeProvider clock)
{
    private const int Longest = 4_000;

    /// <summary>Null where there is no such problem in the place.</summary>
    public async Task<Result<Guid>?> Handle(Guid placeId, Guid problemId, string? done, Guid byWhom, CancellationToken stop)
    {
        if (await db.Set<ReportedProblem>().FirstOrDefaultAsync(one => one.Id == problemId && one.PlaceId == placeId, stop) is not { } problem)
        {
            return null;
        }

        if (problem.AnsweredAt is not null)
        {
            return new Problem("", "Somebody has answered this already.");
        }

        if (FreeText.Tidy(done) is not { Length: <= Longest } text)
        {
            return new Problem("Done", $"Say what was done, in at most {Longest:N0} letters. The sender reads it.");
        }

        var group = await db.Organisations(placeId).AsNoTracking().FirstAsync(one => one.Id == problem.OrganisationId, stop);
        (problem.Done, problem.AnsweredAt, problem.AnsweredBy) = (text, clock.GetUtcNow(), byWhom);
        if (problem.Email is { } email)
        {
            post.Queue(new(email, $"What was done about {group.Name}", Text(group, problem), PlaceId: placeId));
        }

        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("", "Somebody has answered this already.");
        }

        return problem.Id;
    }

    private static string Text(Organisation group, ReportedProblem problem) =>
        $"""
        You told us about the entry of {group.Name}:

            {problem.What.ReplaceLineEndings("\n    ")}

        What was done:

            {problem.Done!.ReplaceLineEndings("\n    ")}

        Thank you for helping to keep the directory right.
        """;
}
