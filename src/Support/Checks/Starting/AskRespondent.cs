using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Starting;

/// <summary>Asks somebody of the group to answer, by a link of their own: mailed, or handed over in any other way.</summary>
internal sealed class AskRespondent(Db db, Post post, TimeProvider clock)
{
    private const int Most = 30;

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Part { get; set; }

        public string? Email { get; set; }
    }

    /// <summary>The link's address on this site.</summary>
    public static string Path(string secret) => "/check?key=" + secret;

    /// <summary>The link's secret, which is shown once.</summary>
    public async Task<Result<string>> Handle(SeenCheck check, Form form, Uri site, Guid by, CancellationToken stop)
    {
        var (name, part, typed) = (form.Name?.Trim() ?? "", form.Part?.Trim() ?? "", form.Email?.Trim() ?? "");
        var email = EmailAddress.Tidy(typed);
        var problems = new List<Problem>();
        if (name.Length is 0 or > 100)
        {
            problems.Add(new("Name", "Say who is asked, in at most 100 letters."));
        }

        if (part.Length > 100)
        {
            problems.Add(new("Part", "Say what they are in the group in at most 100 letters."));
        }

        if (typed.Length > 0 && email is null)
        {
            problems.Add(new("Email", "This is no email address. Put it right, or leave it empty and hand the link over."));
        }

        if (check.Assessment.AnswersClosedAt is not null)
        {
            problems.Add(new("", "The answers are closed: nobody else can be asked now."));
        }

        if (problems.Count == 0 && await db.Set<Respondent>().CountAsync(one => one.AssessmentId == check.Assessment.Id, stop) >= Most)
        {
            problems.Add(new("", $"{Most} people are asked already. That is the most for one check."));
        }

        return problems.Count > 0 ? problems.ToArray() : await Ask(check, (name, part, email), site, by, stop);
    }

    /// <summary>A new link for somebody who lost theirs; what they said stays, and the old link is dead.</summary>
    public async Task<Result<string>> Again(SeenCheck check, Guid respondent, Uri site, CancellationToken stop)
    {
        if (await db.Set<Respondent>().FirstOrDefaultAsync(one => one.Id == respondent && one.AssessmentId == check.Assessment.Id, stop) is not { } found)
        {
            return new Problem("", "They are not among those asked any longer.");
        }

        if (check.Assessment.AnswersClosedAt is not null || found.FinishedAt is not null)
        {
            return new Problem("", "They have finished, or the answers are closed: a new link would lead nowhere.");
        }

        var secret = Secret.Make();
        found.TokenHash = Secret.Hash(secret);
        return await Save(check, found.Email, secret, site, stop);
    }

    /// <summary>Takes somebody out who does not want to be in it: their link ends, and what they said goes with their name. What the group has agreed is the group's, and stays.</summary>
    public async Task<Result<bool>> TakeOut(SeenCheck check, Guid respondent, CancellationToken stop)
    {
        if (await db.Set<Respondent>().FirstOrDefaultAsync(one => one.Id == respondent && one.AssessmentId == check.Assessment.Id, stop) is not { } found)
        {
            return new Problem("", "They are not among those asked any longer.");
        }

        db.Remove(found); // and the database what they said, also what they say at this moment
        await db.SaveChangesAsync(stop);
        return true;
    }

    private Task<string> Ask(SeenCheck check, (string Name, string Part, string? Email) who, Uri site, Guid by, CancellationToken stop)
    {
        var (secret, now) = (Secret.Make(), clock.GetUtcNow());
        db.Add(new Respondent { Id = Guid.CreateVersion7(now), AssessmentId = check.Assessment.Id, Name = who.Name, Part = who.Part, Email = who.Email, TokenHash = Secret.Hash(secret), AskedAt = now, AskedBy = by });
        return Save(check, who.Email, secret, site, stop);
    }

    private async Task<string> Save(SeenCheck check, string? email, string secret, Uri site, CancellationToken stop)
    {
        if (email is not null)
        {
            post.Queue(new(email, $"Your view of {check.Group.Name}", Text(check, new(site, Path(secret))), PlaceId: check.Group.PlaceId));
        }

        await db.SaveChangesAsync(stop);
        return secret;
    }

    private static string Text(SeenCheck check, Uri link) =>
        $"""
        {check.Group.Name} is taking stock of how it is doing, and would like to know what you think.

            {link}

        Open the link on your phone or computer. You need no account. Each answer is kept as you give it, so you can stop and go on later with the same link.

        The others see what was said, but not by whom. There are no wrong answers, and no funder sees them.
        """;
}
