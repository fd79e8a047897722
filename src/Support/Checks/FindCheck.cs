using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks;

/// <summary>A check as somebody may see it.</summary>
/// <param name="IsOwn">They are of the group itself.</param>
internal sealed record SeenCheck(OrganisationSummary Group, Assessment Assessment, Instrument Instrument, bool IsOwn)
{
    public string Address => $"/groups/{Group.Slug}/check/{Assessment.Id}";

    public string Talk => $"/groups/{Group.Slug}/check-talk/{Assessment.Id}";

    public string Result => $"/groups/{Group.Slug}/check-result/{Assessment.Id}";

    public string Sharing => $"/groups/{Group.Slug}/check-sharing/{Assessment.Id}";
}

/// <summary>Finds a group's checks for whoever asks: all of them for its own people; for the staff those that the group opened to them, and each reading is noted.</summary>
internal sealed class FindCheck(Db db, Here here, Acting acting, RuleBook rules, KeepInstrument instruments, Trail trail)
{
    public async Task<OrganisationSummary?> Group(string slug, CancellationToken stop) => await db.OrganisationAt((await here.RequirePlace(stop)).Id, slug, stop);

    /// <summary>Null where there is none, or none for them.</summary>
    public async Task<SeenCheck?> Handle(string slug, Guid id, CancellationToken stop)
    {
        if (await Group(slug, stop) is not { } group || await db.Assessments(group.PlaceId).FirstOrDefaultAsync(one => one.Id == id && one.OrganisationId == group.Id, stop) is not { } assessment)
        {
            return null;
        }

        var own = IsOwn(group);
        if (!own && !await db.Consents(Audience.Support).AnyAsync(one => one.AssessmentId == id, stop))
        {
            return null;
        }

        if (!own)
        {
            await trail.Read(nameof(Assessment), id, group.PlaceId, stop);
        }

        return new(group, assessment, await instruments.Read(assessment.InstrumentId, stop), own);
    }

    /// <summary>Newest first; none for those who may see no checks at all.</summary>
    public async Task<IReadOnlyList<Assessment>> All(OrganisationSummary group, CancellationToken stop)
    {
        if (!MaySee(group))
        {
            return [];
        }

        var all = db.Assessments(group.PlaceId).AsNoTracking().Where(one => one.OrganisationId == group.Id);
        return await (IsOwn(group) ? all : all.Where(one => db.Consents(Audience.Support).Any(given => given.AssessmentId == one.Id))).OrderByDescending(one => one.StartedAt).ToListAsync(stop);
    }

    public bool MaySee(OrganisationSummary group) => acting.Person is { } person && person.May(rules[CheckRules.See], group.PlaceId, group.Id);

    public bool IsOwn(OrganisationSummary group) => acting.Person is { } person && (person.Is(Role.Lead, group.Id) || person.Is(Role.Member, group.Id));
}
