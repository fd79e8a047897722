using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Samples;

/// <summary>Makes up health checks of the demo's made-up groups, first and second ones: never of a real group. Each is marked as made up.</summary>
internal sealed class SampleChecks(Db db, InstrumentFiles files, KeepInstrument keep, TimeProvider clock)
{
    private const int DaysBetween = 270;

    private static readonly string[] Parts = ["Chair", "Treasurer", "Volunteer"];

    private static readonly string[] Reasons =
    [
        "We went through it together and this is what we saw.", "Two of us thought higher, one lower. In the end we agreed on this.", "We looked at the papers first.",
        "It has been so since the spring.", "The volunteers told us.", "We want to come back to this one.",
    ];

    public async Task Handle(Place place, CancellationToken stop)
    {
        var groups = await db.MadeUpGroups(place.Id).ToListAsync(stop);
        for (var at = 0; at < groups.Count; at++)
        {
            var group = groups[at];
            if (at % 4 == 3 || await db.Assessments(place.Id).AnyAsync(one => one.OrganisationId == group.Id, stop))
            {
                continue; // not every group has made one
            }

            var instrument = files.Find(at % 2 == 0 ? "first-steps" : "trellis", "1")!;
            var kept = (await keep.Handle(instrument, stop)).Value;
            var random = new Made(at + 1);
            var first = Add(group, instrument, kept, null, 60 + (at * 11) + (at % 4 == 2 ? 0 : DaysBetween), random);
            if (at % 4 != 2)
            {
                Add(group, instrument, kept, first, 30 + (at * 9), random);
            }

            await db.SaveChangesAsync(stop);
        }
    }

    private Before Add(OrganisationSummary group, Instrument instrument, Guid kept, Before? before, int daysAgo, Made random)
    {
        var at = clock.GetUtcNow().AddDays(-daysAgo);
        var assessment = new Assessment
        {
            Id = Guid.CreateVersion7(at),
            PlaceId = group.PlaceId,
            OrganisationId = group.Id,
            InstrumentId = kept,
            BeforeId = before?.Id,
            StartedAt = at.AddDays(-14),
            AnswersClosedAt = at.AddDays(-1),
            FinishedAt = at,
            IsSample = true,
        };
        db.Add(assessment);
        foreach (var audience in new[] { Audience.Support, Audience.Statistics })
        {
            db.Add(new CheckConsent { Id = Guid.CreateVersion7(at), PlaceId = group.PlaceId, AssessmentId = assessment.Id, Audience = audience, GivenAt = at });
        }

        var levels = instrument.Items.ToDictionary(item => item.Id, item => before is null ? random.Next(3) : Math.Clamp(before.Levels[item.Id] + (random.Next(5) == 0 ? -1 : random.Next(2)), 0, 3));
        foreach (var item in instrument.Items)
        {
            db.Add(new Agreed { Id = Guid.CreateVersion7(at), PlaceId = group.PlaceId, AssessmentId = assessment.Id, Item = item.Id, Said = SaidWords.Levels[levels[item.Id]], Reason = Reasons[random.Next(Reasons.Length)], Evidence = levels[item.Id] > 1 ? item.Evidence : null, AgreedAt = at });
        }

        AddViews(assessment, instrument, levels, before, random);
        return new(assessment.Id, levels);
    }

    private void AddViews(Assessment assessment, Instrument instrument, Dictionary<string, int> levels, Before? before, Made random)
    {
        foreach (var part in Parts)
        {
            var asked = new Respondent { Id = Guid.CreateVersion7(assessment.StartedAt), AssessmentId = assessment.Id, Name = part + " (made up)", Part = part, TokenHash = Secret.Hash(Secret.Make()), AskedAt = assessment.StartedAt, FinishedAt = assessment.AnswersClosedAt };
            db.Add(asked);
            foreach (var item in instrument.Items)
            {
                db.Add(new Answer
                {
                    Id = Guid.CreateVersion7(assessment.StartedAt),
                    RespondentId = asked.Id,
                    Item = item.Id,
                    AnsweredAt = assessment.StartedAt,
                    Said = random.Next(9) == 0 ? Said.NotKnown : SaidWords.Levels[Math.Clamp(levels[item.Id] + random.Next(3) - 1, 0, 3)],
                    ThenSaid = before is null ? null : SaidWords.Levels[Math.Max(0, before.Levels[item.Id] - random.Next(2))],
                });
            }
        }
    }

    /// <summary>A first check, as the second one needs it.</summary>
    private sealed record Before(Guid Id, Dictionary<string, int> Levels);

    /// <summary>The same numbers each time, so that every demo is alike.</summary>
    private sealed class Made(int seed)
    {
        private uint state = (uint)seed * 2_654_435_761u;

        public int Next(int below)
        {
            state = (state * 1_664_525u) + 1_013_904_223u;
            return (int)((state >> 16) % (uint)below);
        }
    }
}
