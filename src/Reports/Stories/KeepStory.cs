using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Reports.Stories;

/// <summary>What is said when a story is written down.</summary>
internal sealed class StoryForm
{
    /// <summary>The group's name, or the last part of its page's address.</summary>
    public string? Group { get; set; }

    public string? Title { get; set; }

    public string? Words { get; set; }

    public string? ConsentBy { get; set; }

    /// <summary>As typed.</summary>
    public string? ConsentOn { get; set; }

    public string? ConsentWords { get; set; }
}

/// <summary>Keeps a story with the group's consent, and ends that when the group says so.</summary>
internal sealed class KeepStory(Db db, TimeProvider clock)
{
    private const int Longest = 10_000;
    private const int LongestLine = 200;

    public async Task<Result<Guid>> Handle(Guid placeId, Guid author, StoryForm form, CancellationToken stop)
    {
        var (now, problems) = (clock.GetUtcNow(), new List<Problem>());
        var asked = (form.Group ?? "").Trim();
        var groups = await db.ListedOrganisations(placeId).Where(one => one.Slug == asked || one.Name == asked).Select(one => one.Id).Take(2).ToListAsync(stop);
        Ask(groups.Count == 1, "Group", groups.Count == 0 ? "Enter the group’s name just as its page has it." : "There are two groups of this name. Enter the last part of its page’s address instead.");
        Ask(form.Title?.Trim().Length is > 0 and <= LongestLine, "Title", $"Enter a title of at most {LongestLine} letters.");
        Ask(form.Words?.Trim().Length is > 0 and <= Longest, "Words", $"Write the story, in at most {Longest:N0} letters.");
        Ask(form.ConsentBy?.Trim().Length is > 0 and <= LongestLine, "ConsentBy", "Enter who said yes for the group. Without that the story cannot be shown.");
        var on = Trellis.Standards.Values.Read.Date(form.ConsentOn).Value;
        Ask(on is { } day && day <= DateOnly.FromDateTime(now.UtcDateTime) && day.Year >= 2000, "ConsentOn", "Enter the day on which they said yes. It cannot be in the future.");
        Ask(form.ConsentWords?.Trim().Length is > 0 and <= 2_000, "ConsentWords", "Write down to what they said yes, in the words that were used.");
        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        var story = db.Add(new Story
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = placeId,
            OrganisationId = groups[0],
            Title = form.Title!.Trim(),
            Words = form.Words!.Trim(),
            WrittenAt = now,
            AuthorId = author,
            ConsentBy = form.ConsentBy!.Trim(),
            ConsentOn = on!.Value,
            ConsentWords = form.ConsentWords!.Trim(),
        }).Entity;
        await db.SaveChangesAsync(stop);
        return story.Id;

        void Ask(bool good, string field, string message)
        {
            if (!good)
            {
                problems.Add(new(field, message));
            }
        }
    }

    /// <summary>The story is shown nowhere any more, not even in returns that were sent.</summary>
    public async Task EndConsent(Story story, CancellationToken stop)
    {
        story.ConsentEndedAt ??= clock.GetUtcNow();
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // somebody else has ended it at this moment
        }
    }
}

/// <summary>Stories, for reports.</summary>
internal sealed class StoryRecords(Db db) : IRecords
{
    public string Kind => "stories";

    public string Title => "Stories of groups";

    public string Definition => "A story that a group lets us show, by the day on which it was written down. One of which the group has taken its consent back is none.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string>();

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var stories = await db.Stories(place.Id).AsNoTracking().Where(story => story.ConsentEndedAt == null).Select(story => new { story.Id, story.WrittenAt, story.Title, story.OrganisationId }).ToListAsync(stop);
        return [.. stories.Select(story => new CountedRecord(story.Id, DateOnly.FromDateTime(story.WrittenAt.UtcDateTime), story.Title) { Groups = [story.OrganisationId] })
            .Where(record => record.On >= first && record.On <= last).OrderBy(record => record.On).ThenBy(record => record.Id)];
    }
}
