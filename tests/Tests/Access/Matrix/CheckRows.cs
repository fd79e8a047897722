using Microsoft.Extensions.DependencyInjection;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access.Matrix;

/// <summary>How the ways to health checks are tried: a check of each group, opened to the staff.</summary>
internal static class CheckRows
{
    public static readonly Row[] All =
    [
        Rows.OfGroup("GET /groups/{slug}/checks", "/checks", 200),
        Rows.OfGroup("GET /groups/{slug}/begin-check", "/begin-check", 200),
        Rows.OfGroup("POST /groups/{slug}/begin-check", "/begin-check", 422),
        OfCheck("GET", "check", "", 200),
        OfCheck("POST", "check", "?handler=Ask", 422),
        OfCheck("POST", "check", "?handler=Again", 422),
        OfCheck("POST", "check", "?handler=TakeOut", 422),
        OfCheck("POST", "check", "?handler=Close", 422),
        OfCheck("GET", "check-talk", "", 200),
        OfCheck("POST", "check-talk", "?handler=Finish", 422),
        OfItem("GET", 200),
        OfItem("POST", 422),
        OfCheck("GET", "check-result", "", 200),
        OfCheck("GET", "check-sharing", "", 200),
        OfCheck("POST", "check-sharing", "", 422),
        OfCheck("POST", "check-sharing", "?handler=TakeBack", 302) with { OnlyTheirOwn = true, Form = (world, _) => new() { ["consent"] = Statistics(world.Check[Whose.Own]).ToString() } },
        Rows.One("GET /check", "/check?key=guess") with { Good = [410] },
        Rows.One("POST /check", "/check?key=guess") with { Good = [410] },
        Rows.One("POST /check?handler=Save", "/check?key=guess&handler=Save") with { Good = [410] },
        Rows.One("POST /check?handler=Finish", "/check?key=guess&handler=Finish") with { Good = [410] },
        Rows.One("GET /check/shared", "/check/shared?key=guess") with { Good = [410] },
        Rows.Get("/work/dose-and-change", 200),
    ];

    /// <summary>Puts a check of the group into the database, opened to the staff and to statistics.</summary>
    public static async Task<Guid> Begun(Site site, Guid place, Guid group, Action<Assessment>? change = null, Guid? before = null)
    {
        var kept = await site.With<KeepInstrument, Guid>(async keep => (await keep.Handle(site.Services.GetRequiredService<InstrumentFiles>().Find("first-steps", "1")!, default)).Value);
        var (id, now) = (Guid.CreateVersion7(), site.Clock.GetUtcNow());
        await site.InDb(async db =>
        {
            var begun = new Assessment { Id = id, PlaceId = place, OrganisationId = group, InstrumentId = kept, BeforeId = before, StartedAt = now, IsSample = false };
            change?.Invoke(begun);
            db.Add(begun);
            db.Add(new CheckConsent { Id = Guid.CreateVersion7(), PlaceId = place, AssessmentId = id, Audience = Audience.Support, GivenAt = now });
            db.Add(new CheckConsent { Id = Statistics(id), PlaceId = place, AssessmentId = id, Audience = Audience.Statistics, GivenAt = now });
            await db.SaveChangesAsync();
        });
        return id;
    }

    private static Guid Statistics(Guid check)
    {
        var bytes = check.ToByteArray();
        bytes[15] ^= 0xff;
        return new(bytes);
    }

    private static Row OfCheck(string verb, string page, string rest, params int[] good) =>
        new($"{verb} /groups/{{slug}}/{page}/{{check:guid}}{rest}") { Good = good, IsOfGroup = true, At = (world, _, whose) => $"/groups/{World.Slug(whose)}/{page}/{world.Check[whose]}{rest}" };

    private static Row OfItem(string verb, params int[] good) =>
        new($"{verb} /groups/{{slug}}/check-talk/{{check:guid}}/{{item}}") { Good = good, IsOfGroup = true, At = (world, _, whose) => $"/groups/{World.Slug(whose)}/check-talk/{world.Check[whose]}/money-1" };
}
