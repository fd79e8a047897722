using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Groups.Problems;

/// <summary>Takes what anybody says is wrong with an entry, and lets the place's workers know.</summary>
internal sealed class ReportProblem(Db db, Rates rates, Post post, OneTimeLinks links, TimeProvider clock)
{
    private const int Longest = 4_000;
    private const int MostFromANetwork = 10;
    private const int MostToAnAddress = 3;
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(30);

    /// <param name="Network">Where it came from, for counting only.</param>
    /// <param name="Site">The address of this site, for links.</param>
    public sealed record Form(Organisation Group, string? What, string? Email, string Network, Uri Site);

    public async Task<Result<Guid>> Handle(Form form, CancellationToken stop)
    {
        if (FreeText.Tidy(form.What) is not { Length: <= Longest } what)
        {
            return new Problem("What", $"Say in a few words what is wrong, in at most {Longest:N0} letters.");
        }

        var email = EmailAddress.Tidy(form.Email);
        if (email is null && !string.IsNullOrWhiteSpace(form.Email))
        {
            return new Problem("Email", "Enter an email address such as ann@example.org, or leave it empty.");
        }

        if (!await rates.Allow("problem-from:" + form.Network, MostFromANetwork, Within, stop) || (email is not null && !await rates.Allow("problem-to:" + email, MostToAnAddress, Within, stop)))
        {
            return new Problem("", "That was a lot in a short time. Please come back in an hour; nothing you sent before is lost.");
        }

        var problem = new ReportedProblem
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PlaceId = form.Group.PlaceId,
            OrganisationId = form.Group.Id,
            What = what,
            Email = email,
            ReportedAt = clock.GetUtcNow(),
        };
        db.Add(problem);
        if (email is not null)
        {
            var key = links.Make(new(LinkPurpose.ProposeChange, LinkLife, form.Group.PlaceId, form.Group.Id, email));
            post.Queue(new(email, $"Thank you for telling us about {form.Group.Name}", Text(form, what, key), PlaceId: form.Group.PlaceId));
        }

        await db.SaveChangesAsync(stop);
        return problem.Id;
    }

    private static string Text(Form form, string what, string key) =>
        $"""
        Thank you. You told us about the entry of {form.Group.Name}:

            {what.ReplaceLineEndings("\n    ")}

        A worker of the place looks into it and writes to you what was done.

        If you know how it should read, you can propose it yourself. The group or a worker looks at it before it is shown:

            {new Uri(form.Site, "/confirm?key=" + key)}

        If this was not you, you need do nothing.
        """;
}
